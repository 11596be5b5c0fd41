package dev.atelier.kit.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The public problem type of a {@link Refusal}, independent of the class name, so that renaming the class does not
 * change the API. Every refusal has one; the build fails otherwise.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProblemType {
    /** The last part of {@code urn:atelier:problem:<value>}, in kebab case. */
    String value();
}
