package dev.atelier.identity.sync;

import dev.atelier.identity.account.Person;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.keycloak.KeycloakUsers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Compares everyone in Keycloak with our copy, page by page, and brings up to date whoever differs. */
@Component
class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final KeycloakUsers users;
    private final Register register;
    private final Provisioning provisioning;
    private final Scans scans;
    private final KeycloakSettings settings;
    private final Clock clock;

    Reconciliation(
            KeycloakUsers users,
            Register register,
            Provisioning provisioning,
            Scans scans,
            KeycloakSettings settings,
            Clock clock) {
        this.users = users;
        this.register = register;
        this.provisioning = provisioning;
        this.scans = scans;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the next scan due now; one that is under way is followed by another. */
    void ask() {
        var now = clock.instant();
        while (!plan(scan(), now)) {
            log.debug("A scan was planned at the same moment.");
        }
    }

    /** Scans where it is time; what is not finished is begun again at the next call. */
    void scanWhenDue(BooleanSupplier mayGoOn) {
        var planned = scan();
        var began = clock.instant();
        if (planned.due().isAfter(began)) {
            return;
        }
        int first = 0;
        int differing = 0;
        List<Person> page;
        do {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            page = users.page(first, settings.pageSize());
            differing += mend(page);
            first += page.size();
        } while (page.size() == settings.pageSize());
        log.info("Everyone in Keycloak was looked at: {} accounts, {} brought up to date.", first, differing);
        if (!plan(planned, began.plus(settings.scanInterval()))) {
            log.info("Another scan was asked for meanwhile and follows.");
        }
    }

    private int mend(List<Person> page) {
        var accounts = register.findAll(page.stream().map(Person::id).toList());
        var differing = page.stream()
                .filter(person -> !Provisioning.agree(accounts.get(person.id()), person))
                .toList();
        differing.forEach(person -> provisioning.refresh(person.id()));
        return differing.size();
    }

    private Scan scan() {
        return scans.findById(Scan.ONLY).orElseGet(() -> new Scan(Scan.ONLY, Instant.EPOCH, null));
    }

    /** False where someone else planned since it was read. */
    private boolean plan(Scan read, Instant next) {
        try {
            scans.save(read.at(next));
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            return false;
        }
    }
}
