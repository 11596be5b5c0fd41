package dev.atelier.notification;

import dev.atelier.notification.mail.queue.TestMailQueue;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMail;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the whole service over real HTTP with a real MongoDB and Kafka. It trusts the tests' issuer and retries
 * deliveries quickly.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RealMongo
@RealKafka
@RealMail
@Import({TestMailQueue.class, TestEventPublisher.class})
@ContextConfiguration(
        initializers = {FakeServices.ServiceAddressInitializer.class, TrustTestTokens.TestIssuerInitializer.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.mongo.tenant-guard=true",
            "atelier.master-key=YS1tYXN0ZXIta2V5LWZvci10ZXN0cy1vZi0zMi1ieXQ=",
            "atelier.client-secret=any",
            "atelier.http.open-for=100ms",
            "atelier.mail.retries=100ms,100ms,100ms,100ms,100ms,100ms",
            "atelier.mail.claim=1m",
            "atelier.mail.suspensions.delay=3s",
            "atelier.mail.operators=watch@operator.example",
            "atelier.public-url=https://atelier.test",
            "atelier.webhooks.allow-private-networks=127.0.0.1",
            "atelier.webhooks.retries=200ms,200ms,200ms",
            "atelier.webhooks.timeout=1s",
            "atelier.webhooks.in-flight=3",
            "atelier.webhooks.backlog=20",
            "atelier.webhooks.endpoints=6",
            "atelier.webhooks.sweep=50ms",
            "atelier.webhooks.rescan=500ms"
        })
public @interface ServiceTest {}
