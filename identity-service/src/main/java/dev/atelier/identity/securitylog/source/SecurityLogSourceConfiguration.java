package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.sync.LeasedTaskRunner;
import dev.atelier.kit.mongo.LeaseStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Polls Keycloak's events on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SecurityLogSourceConfiguration {
    @Bean
    LeasedTaskRunner securityLogReadingLoop(
            KeycloakSettings settings, LeaseStore leaseStore, KeycloakAuditPoller reading) {
        return new LeasedTaskRunner("security-log", settings.pollInterval(), leaseStore, reading::poll);
    }
}
