package dev.atelier.identity.sync;

import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.DirectoryUser;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.keycloak.KeycloakUserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Compares all users in Keycloak with the accounts, page by page, and synchronizes those that differ. */
@Component
class AccountReconciler {
    private static final Logger log = LoggerFactory.getLogger(AccountReconciler.class);

    private final KeycloakUserDirectory users;
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final ReconciliationScheduleRepository reconciliationScheduleRepository;
    private final KeycloakSettings settings;
    private final Clock clock;

    AccountReconciler(
            KeycloakUserDirectory users,
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            ReconciliationScheduleRepository reconciliationScheduleRepository,
            KeycloakSettings settings,
            Clock clock) {
        this.users = users;
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.reconciliationScheduleRepository = reconciliationScheduleRepository;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the next scan due now; a scan under way is followed by another. */
    void requestScan() {
        var now = clock.instant();
        while (!plan(scan(), now)) {
            log.debug("A scan was planned at the same moment.");
        }
    }

    /** Scans where it is due; an unfinished scan starts again at the next call. */
    void scanWhenDue(BooleanSupplier mayGoOn) {
        var planned = scan();
        var began = clock.instant();
        if (planned.due().isAfter(began)) {
            return;
        }
        int first = 0;
        int differing = 0;
        List<DirectoryUser> page;
        do {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            page = users.list(first, settings.pageSize());
            differing += synchronizeDiffering(page);
            first += page.size();
        } while (page.size() == settings.pageSize());
        log.info("All users in Keycloak were compared: {} accounts, {} synchronized.", first, differing);
        if (!plan(planned, began.plus(settings.scanInterval()))) {
            log.info("Another scan was requested meanwhile and follows.");
        }
    }

    private int synchronizeDiffering(List<DirectoryUser> page) {
        var accounts = accountStore.findAll(page.stream().map(DirectoryUser::id).toList());
        var differing = page.stream()
                .filter(directoryUser -> !AccountProvisioner.isInSync(accounts.get(directoryUser.id()), directoryUser))
                .toList();
        differing.forEach(directoryUser -> accountProvisioner.synchronize(directoryUser.id()));
        return differing.size();
    }

    private ReconciliationSchedule scan() {
        return reconciliationScheduleRepository
                .findById(ReconciliationSchedule.ONLY)
                .orElseGet(() -> new ReconciliationSchedule(ReconciliationSchedule.ONLY, Instant.EPOCH, null));
    }

    /** False where another instance has saved a schedule since it was read. */
    private boolean plan(ReconciliationSchedule read, Instant next) {
        try {
            reconciliationScheduleRepository.save(read.at(next));
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            return false;
        }
    }
}
