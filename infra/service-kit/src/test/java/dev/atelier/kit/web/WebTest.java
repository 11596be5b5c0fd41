package dev.atelier.kit.web;

import dev.atelier.testkit.tokens.TrustTestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;

/** Base class for tests over real HTTP without MongoDB and Kafka, as the gateway uses the kit. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = ThingsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=things",
            "spring.threads.virtual.enabled=true",
            "spring.autoconfigure.exclude="
                    + "dev.atelier.kit.mongo.MongoKitAutoConfiguration,"
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@interface WebTest {}
