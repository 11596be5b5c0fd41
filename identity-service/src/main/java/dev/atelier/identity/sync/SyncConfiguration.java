package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.legal.publication.LegalAnnouncementWorker;
import dev.atelier.identity.recovery.RecoveryWorker;
import dev.atelier.identity.serviceaccount.ServiceAccountStore;
import dev.atelier.identity.session.SessionTerminationWorker;
import dev.atelier.kit.work.LeasedTask;
import dev.atelier.kit.work.LeasedTaskFactory;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the background tasks, each on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
    private static final Duration EXPIRY = Duration.ofSeconds(5);

    @Bean
    LeasedTask keycloakEventTask(KeycloakSettings settings, LeasedTaskFactory tasks, KeycloakEventPoller poller) {
        return tasks.createTask("keycloak-events", settings.pollInterval(), poller::poll);
    }

    @Bean
    LeasedTask accountReconciliationTask(
            KeycloakSettings settings, LeasedTaskFactory tasks, AccountReconciler accountReconciler) {
        return tasks.createTask("account-reconciliation", settings.pollInterval(), accountReconciler::scanWhenDue);
    }

    @Bean
    LeasedTask directorySyncTask(KeycloakSettings settings, LeasedTaskFactory tasks, DirectorySyncWorker worker) {
        return tasks.createTask("directory-sync", settings.pollInterval(), worker::runDue);
    }

    @Bean
    LeasedTask sessionTerminationTask(
            KeycloakSettings settings, LeasedTaskFactory tasks, SessionTerminationWorker worker) {
        return tasks.createTask("session-terminations", settings.pollInterval(), worker::runDue);
    }

    @Bean
    LeasedTask recoveryTask(KeycloakSettings settings, LeasedTaskFactory tasks, RecoveryWorker recoveryWorker) {
        return tasks.createTask("recoveries", settings.pollInterval(), recoveryWorker::runDue);
    }

    /** Revokes service accounts after their expiry. */
    @Bean
    LeasedTask serviceAccountExpiryTask(LeasedTaskFactory tasks, ServiceAccountStore accounts) {
        return tasks.createTask("service-account-expiry", EXPIRY, accounts::revokeExpired);
    }

    @Bean
    LeasedTask legalAnnouncementTask(
            KeycloakSettings settings, LeasedTaskFactory tasks, LegalAnnouncementWorker legalAnnouncementWorker) {
        return tasks.createTask("legal-announcements", settings.pollInterval(), legalAnnouncementWorker::runDue);
    }
}
