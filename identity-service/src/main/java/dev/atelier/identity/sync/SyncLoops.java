package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.legal.publishing.Announcing;
import dev.atelier.identity.recovery.Restoring;
import dev.atelier.identity.serviceaccount.ServiceAccounts;
import dev.atelier.identity.session.EndingRunning;
import dev.atelier.kit.mongo.Leases;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SyncLoops {
    private static final Duration EXPIRY = Duration.ofSeconds(5);

    @Bean
    LeasedLoop eventLoop(KeycloakSettings settings, Leases leases, EventPolling polling) {
        return new LeasedLoop("keycloak-events", settings.pollInterval(), leases, polling::look);
    }

    @Bean
    LeasedLoop scanLoop(KeycloakSettings settings, Leases leases, Reconciliation reconciliation) {
        return new LeasedLoop("keycloak-scan", settings.pollInterval(), leases, reconciliation::scanWhenDue);
    }

    @Bean
    LeasedLoop errandLoop(KeycloakSettings settings, Leases leases, ErrandRunning errands) {
        return new LeasedLoop("keycloak-errands", settings.pollInterval(), leases, errands::runDue);
    }

    @Bean
    LeasedLoop endingLoop(KeycloakSettings settings, Leases leases, EndingRunning endings) {
        return new LeasedLoop("keycloak-endings", settings.pollInterval(), leases, endings::runDue);
    }

    @Bean
    LeasedLoop recoveryLoop(KeycloakSettings settings, Leases leases, Restoring restoring) {
        return new LeasedLoop("recoveries", settings.pollInterval(), leases, restoring::runDue);
    }

    /** Service accounts whose time is over leave the members of their workspaces. */
    @Bean
    LeasedLoop serviceAccountExpiryLoop(Leases leases, ServiceAccounts accounts) {
        return new LeasedLoop("service-account-expiry", EXPIRY, leases, accounts::endExpired);
    }

    @Bean
    LeasedLoop announcingLoop(KeycloakSettings settings, Leases leases, Announcing announcing) {
        return new LeasedLoop("legal-announcements", settings.pollInterval(), leases, announcing::runDue);
    }
}
