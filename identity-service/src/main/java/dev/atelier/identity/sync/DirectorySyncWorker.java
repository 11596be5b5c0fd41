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

/** Tells Keycloak which accounts are shut and which are open again, until it has heard. */
@Component
class DirectorySyncWorker {
    private static final Logger log = LoggerFactory.getLogger(DirectorySyncWorker.class);

    private final DirectorySyncQueue directorySyncQueue;
    private final KeycloakUserDirectory users;

    DirectorySyncWorker(DirectorySyncQueue directorySyncQueue, KeycloakUserDirectory users) {
        this.directorySyncQueue = directorySyncQueue;
        this.users = users;
    }

    /** Runs each errand that is due once. */
    void runDue(BooleanSupplier mayGoOn) {
        for (var account : directorySyncQueue.due()) {
            var directorySyncTask = account.errand();
            if (directorySyncTask != null && mayGoOn.getAsBoolean()) {
                run(account, directorySyncTask);
            }
        }
    }

    private void run(Account account, DirectorySyncTask directorySyncTask) {
        try {
            tell(account);
            directorySyncQueue.done(account, directorySyncTask);
            log.info("Keycloak has {} account {}.", account.deactivated() ? "shut" : "opened", account.id());
        } catch (RuntimeException | Error e) {
            directorySyncQueue.failed(account, directorySyncTask);
            log.warn("Keycloak could not be told about account {}; it is told again: {}", account.id(), e.toString());
        }
    }

    private void tell(Account account) {
        try {
            if (account.shutInDirectory()) {
                users.shut(account.id());
            } else {
                users.open(account.id());
            }
        } catch (HttpClientErrorException.NotFound e) {
            log.info("Keycloak no longer knows account {}: nobody signs in to it.", account.id());
        }
    }
}
