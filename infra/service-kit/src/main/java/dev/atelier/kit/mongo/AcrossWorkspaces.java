package dev.atelier.kit.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows a method to query {@link WorkspaceOwned} documents of more than one workspace, for example to claim work or
 * to delete expired data.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AcrossWorkspaces {
    /** The reason. */
    String value();
}
