package dev.atelier.kit.responsibility;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stored value with which an external party authenticates, such as an API key. A document that holds one, or a
 * sealed secret, must implement {@link ActsForMember}; the build checks it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Credential {}
