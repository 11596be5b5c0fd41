package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.legal.publication.LegalAnnouncementWorker;
import dev.atelier.identity.recovery.RecoveryWorker;
import dev.atelier.identity.serviceaccount.ServiceAccountStore;
import dev.atelier.identity.session.SessionTerminationWorker;
import dev.atelier.kit.mongo.LeaseStore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the background tasks, each on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
    private static final Duration EXPIRY = Duration.ofSeconds(5);

    @Bean
    LeasedTaskRunner eventLoop(KeycloakSettings settings, LeaseStore leaseStore, KeycloakEventPoller polling) {
        return new LeasedTaskRunner("keycloak-events", settings.pollInterval(), leaseStore, polling::poll);
    }

    @Bean
    LeasedTaskRunner scanLoop(KeycloakSettings settings, LeaseStore leaseStore, AccountReconciler accountReconciler) {
        return new LeasedTaskRunner(
                "keycloak-scan", settings.pollInterval(), leaseStore, accountReconciler::scanWhenDue);
    }

    @Bean
    LeasedTaskRunner errandLoop(KeycloakSettings settings, LeaseStore leaseStore, DirectorySyncWorker errands) {
        return new LeasedTaskRunner("keycloak-errands", settings.pollInterval(), leaseStore, errands::runDue);
    }

    @Bean
    LeasedTaskRunner endingLoop(KeycloakSettings settings, LeaseStore leaseStore, SessionTerminationWorker endings) {
        return new LeasedTaskRunner("keycloak-endings", settings.pollInterval(), leaseStore, endings::runDue);
    }

    @Bean
    LeasedTaskRunner recoveryLoop(KeycloakSettings settings, LeaseStore leaseStore, RecoveryWorker recoveryWorker) {
        return new LeasedTaskRunner("recoveries", settings.pollInterval(), leaseStore, recoveryWorker::runDue);
    }

    /** Revokes service accounts after their expiry. */
    @Bean
    LeasedTaskRunner serviceAccountExpiryLoop(LeaseStore leaseStore, ServiceAccountStore accounts) {
        return new LeasedTaskRunner("service-account-expiry", EXPIRY, leaseStore, accounts::revokeExpired);
    }

    @Bean
    LeasedTaskRunner announcingLoop(
            KeycloakSettings settings, LeaseStore leaseStore, LegalAnnouncementWorker legalAnnouncementWorker) {
        return new LeasedTaskRunner(
                "legal-announcements", settings.pollInterval(), leaseStore, legalAnnouncementWorker::runDue);
    }
}
