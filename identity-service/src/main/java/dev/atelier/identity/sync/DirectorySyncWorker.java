package dev.atelier.identity.sync;

import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.DirectorySyncTask;
import dev.atelier.identity.deactivation.DirectorySyncQueue;
import dev.atelier.identity.keycloak.KeycloakUserDirectory;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Disables and enables users in Keycloak as their accounts are deactivated and reactivated; retries until it succeeds.
 */
@Component
class DirectorySyncWorker {
    private static final Logger log = LoggerFactory.getLogger(DirectorySyncWorker.class);

    private final DirectorySyncQueue directorySyncQueue;
    private final KeycloakUserDirectory users;

    DirectorySyncWorker(DirectorySyncQueue directorySyncQueue, KeycloakUserDirectory users) {
        this.directorySyncQueue = directorySyncQueue;
        this.users = users;
    }

    /** Runs each due task once. */
    void runDue(BooleanSupplier mayGoOn) {
        for (var account : directorySyncQueue.findDue()) {
            var directorySyncTask = account.syncTask();
            if (directorySyncTask != null && mayGoOn.getAsBoolean()) {
                run(account, directorySyncTask);
            }
        }
    }

    private void run(Account account, DirectorySyncTask directorySyncTask) {
        try {
            updateDirectory(account);
            directorySyncQueue.complete(account, directorySyncTask);
            log.info("Keycloak has {} account {}.", account.deactivated() ? "disabled" : "enabled", account.id());
        } catch (RuntimeException | Error e) {
            directorySyncQueue.reschedule(account, directorySyncTask);
            log.warn("The update of account {} in Keycloak failed and is retried: {}", account.id(), e.toString());
        }
    }

    private void updateDirectory(Account account) {
        try {
            if (account.mustBeDisabledInDirectory()) {
                users.disable(account.id());
            } else {
                users.enable(account.id());
            }
        } catch (HttpClientErrorException.NotFound e) {
            log.info("Keycloak has no user for account {}: nobody can sign in to it.", account.id());
        }
    }
}
