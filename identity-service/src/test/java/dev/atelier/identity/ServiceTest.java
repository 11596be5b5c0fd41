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

/** Runs the whole service with real MongoDB, Kafka and Keycloak; all tests share one instance. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@RealMongo
@RealKafka
@RealKeycloak
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=identity-service",
            "atelier.keycloak.poll-interval=100ms",
            "atelier.master-key=YS1tYXN0ZXIta2V5LWZvci10ZXN0cy1vZi0zMi1ieXQ=",
            "atelier.contact.challenge.difficulty=10",
            "atelier.contact.rates.per-address=10000"
        })
public @interface ServiceTest {}
