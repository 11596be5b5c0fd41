package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.kit.work.LeasedTask;
import dev.atelier.kit.work.LeasedTaskFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Polls Keycloak's events on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SecurityLogSourceConfiguration {
    @Bean
    LeasedTask keycloakAuditTask(KeycloakSettings settings, LeasedTaskFactory tasks, KeycloakAuditPoller poller) {
        return tasks.createTask("security-log", settings.pollInterval(), poller::poll);
    }
}
