package dev.atelier.kit.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problem type of a {@link Refusal} as clients see it, so that renaming the class changes nothing for them. Every
 * refusal has one; the build fails otherwise.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProblemType {
    /** The last part of {@code urn:atelier:problem:<value>}, in kebab case. */
    String value();
}
