package dev.atelier.kit.crypto;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The encryption context of a document's {@link SealedSecret}: this text followed by the document's id. Every stored
 * field with a {@link SealedSecret} must have it, otherwise the service does not start: the rotation of the master key
 * needs the context to decrypt the secret.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SealedContext {
    /** The part before the id, such as {@code model-connections/}. */
    String value();
}
