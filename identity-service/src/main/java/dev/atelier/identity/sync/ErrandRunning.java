package dev.atelier.identity.sync;

import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Errand;
import dev.atelier.identity.deactivation.Errands;
import dev.atelier.identity.keycloak.KeycloakUsers;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Tells Keycloak which accounts are shut and which are open again, until it has heard. */
@Component
class ErrandRunning {
    private static final Logger log = LoggerFactory.getLogger(ErrandRunning.class);

    private final Errands errands;
    private final KeycloakUsers users;

    ErrandRunning(Errands errands, KeycloakUsers users) {
        this.errands = errands;
        this.users = users;
    }

    /** Runs each errand that is due once. */
    void runDue(BooleanSupplier mayGoOn) {
        for (var account : errands.due()) {
            var errand = account.errand();
            if (errand != null && mayGoOn.getAsBoolean()) {
                run(account, errand);
            }
        }
    }

    private void run(Account account, Errand errand) {
        try {
            tell(account);
            errands.done(account, errand);
            log.info("Keycloak has {} account {}.", account.deactivated() ? "shut" : "opened", account.id());
        } catch (RuntimeException | Error e) {
            errands.failed(account, errand);
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
