package dev.atelier.kit.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record that is stored without Spring Data's {@code @Document}: through the driver, or in a search index. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredRecord {
    /** The name of the collection or index. */
    String value();
}
