package dev.atelier.gateway;

import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs the whole gateway between real HTTP clients and services, with a real Kafka. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RealKafka
@TrustTestTokens
@Import(GatewayClient.class)
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.gateway.limits.user.requests=40",
            "atelier.gateway.limits.token.requests=30",
            "atelier.gateway.limits.stream.requests=50",
            "atelier.gateway.streams.per-person=3",
            "atelier.gateway.streams.per-api-client=2",
            "atelier.gateway.streams.per-instance=12",
            "atelier.gateway.upstream.read-timeout=3s",
            "atelier.gateway.upstream.stream-idle=20s",
            "atelier.gateway.upstream.open-for=2s",
            "atelier.gateway.upstream.concurrent=4",
            "atelier.gateway.body.deadline=2s",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=20s",
            "atelier.gateway.cors.allowed-origins=https://app.example.org",
            "spring.kafka.admin.fail-fast=true"
        })
@interface GatewayTest {}
