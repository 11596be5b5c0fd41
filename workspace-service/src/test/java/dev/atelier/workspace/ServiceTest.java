package dev.atelier.workspace;

import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Starts the whole service over real HTTP, on a real MongoDB, with the issuer of the tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RealMongo
@TrustTestTokens
@Import(TestDataFactory.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.mongo.tenant-guard=true",
            "atelier.kafka.enabled=false",
            "atelier.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "atelier.public-url=https://atelier.test",
            "atelier.integrations.allow-private-networks=127.0.0.0/8",
            "atelier.integrations.timeout=2s",
            "atelier.invitation.per-address-and-day=10000",
            "atelier.invitation.new-account-age=0s"
        })
@interface ServiceTest {}
