package dev.atelier.kit.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Allows a method to query {@link WorkspaceOwned} documents of more than one workspace: claims, sweeps. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AcrossWorkspaces {
    /** Why it must. */
    String value();
}
