package dev.atelier.report;

import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service over real HTTP with real MongoDB and Kafka and stand-ins for other services. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RealMongo
@RealKafka
@Import(TestDataFactory.class)
@ContextConfiguration(
        initializers = {FakeServices.ServiceAddressInitializer.class, TrustTestTokens.TestIssuerInitializer.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.mongo.tenant-guard=true",
            "atelier.client-secret=any",
            "atelier.making.pause=100ms",
            "atelier.making.attempts=3",
            "atelier.making.patience=6s",
            "atelier.making.claim=10s",
            "atelier.http.open-for=100ms"
        })
@interface ServiceTest {}
