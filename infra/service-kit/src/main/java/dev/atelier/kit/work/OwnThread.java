package dev.atelier.kit.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Allows a type to start threads without {@link WorkerThread} and {@link WorkerThreadPool}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OwnThread {
    /** The reason, and what happens to its work when a thread dies. */
    String value();
}
