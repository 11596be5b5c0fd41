package dev.atelier.kit.crypto;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which context a document's sealed secret was sealed with: this text and the document's id. A stored document that holds a {@link SealedSecret}
 * must name it, or the service does not start: a new master key finds the secret by it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SealedContext {
    /** All before the id, {@code model-connections/}. */
    String value();
}
