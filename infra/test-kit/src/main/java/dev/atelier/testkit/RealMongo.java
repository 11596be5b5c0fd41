package dev.atelier.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Spring test has a real MongoDB: sets {@code spring.mongodb.uri} to a fresh database. Test classes of one configuration share
 * the application context and so the database; {@code @DirtiesContext} gives the next one a fresh one.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealMongo {}
