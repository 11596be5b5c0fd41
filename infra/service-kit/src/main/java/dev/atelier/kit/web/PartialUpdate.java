package dev.atelier.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body of a {@code PATCH}: fields that are absent stay unchanged. {@code null} clears a component of type
 * {@code Optional}; for any other component it is refused with 422 ({@link dev.atelier.kit.problem.CannotBeCleared}),
 * and the API document does not allow it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartialUpdate {}
