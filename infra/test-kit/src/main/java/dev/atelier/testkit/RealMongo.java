package dev.atelier.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Provides a real MongoDB to a Spring test: sets {@code spring.mongodb.uri} to an unused database. Test classes with
 * the same
 * configuration share the application context and the database; after {@code @DirtiesContext} the next one gets a new
 * one.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealMongo {}
