package dev.atelier.identity;

import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealKeycloak;
import dev.atelier.testkit.RealMongo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service on real MongoDB, Kafka and Keycloak; all tests share one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@RealMongo
@RealKafka
@RealKeycloak
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=identity-service", "atelier.keycloak.poll-interval=100ms"})
public @interface IdentityTest {}
