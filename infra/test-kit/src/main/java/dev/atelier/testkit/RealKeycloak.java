package dev.atelier.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Provides a real Keycloak with Atelier's realm to a Spring test: sets {@code
 * spring.security.oauth2.resourceserver.jwt.issuer-uri}, {@code
 * atelier.issuer-uri}, {@code atelier.keycloak-url} and, for the service that {@code spring.application.name} names, {@code
 * atelier.client-secret}. Keycloak's mails are in {@link RealBackingServices#mail()}. Takes 10 s, and a minute more the first time on a machine.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealKeycloak {}
