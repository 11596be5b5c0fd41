package dev.atelier.gateway.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages of other origins may ask.
 *
 * @param allowedOrigins {@code https://app.example.org}; none by default
 * @param remembered how long a browser keeps the answer
 */
@ConfigurationProperties("atelier.gateway.cors")
record CorsSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1h") Duration remembered) {}
