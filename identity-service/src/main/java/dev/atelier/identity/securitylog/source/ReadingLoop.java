package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.sync.LeasedLoop;
import dev.atelier.kit.mongo.Leases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads Keycloak's notes by itself, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class ReadingLoop {
    @Bean
    LeasedLoop securityLogReadingLoop(KeycloakSettings settings, Leases leases, KeycloakReading reading) {
        return new LeasedLoop("security-log", settings.pollInterval(), leases, reading::look);
    }
}
