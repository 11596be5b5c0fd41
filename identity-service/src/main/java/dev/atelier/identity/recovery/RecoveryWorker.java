package dev.atelier.identity.recovery;

import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.AddressTaken;
import dev.atelier.identity.session.TokenRevoker;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Runs confirmed cases: removes all credentials, mails a link for new ones, and reactivates the account once the owner
 * has them. Each step may be repeated, and continues after a crash.
 */
@Component
public class RecoveryWorker {
    private static final Logger log = LoggerFactory.getLogger(RecoveryWorker.class);
    private static final Limit AT_ONCE = Limit.of(50);

    private final RecoveryCaseRepository cases;
    private final CredentialDirectory credentialDirectory;
    private final AccountStore accountStore;
    private final TokenRevoker tokenRevoker;
    private final TransactionRunner transactionRunner;
    private final RecoverySettings settings;
    private final Clock clock;

    RecoveryWorker(
            RecoveryCaseRepository cases,
            CredentialDirectory credentialDirectory,
            AccountStore accountStore,
            TokenRevoker tokenRevoker,
            TransactionRunner transactionRunner,
            RecoverySettings settings,
            Clock clock) {
        this.cases = cases;
        this.credentialDirectory = credentialDirectory;
        this.accountStore = accountStore;
        this.tokenRevoker = tokenRevoker;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs one step of each due case, at most 50. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var recovery : cases.findByDueLessThanEqualOrderByDue(clock.instant(), AT_ONCE)) {
            if (mayGoOn.getAsBoolean()) {
                advance(recovery);
            }
        }
    }

    /** Runs the next step of a case, unless the case has changed since it was read; a failed step is retried later. */
    void advance(RecoveryCase recovery) {
        if (unchanged(recovery).isEmpty()) {
            return;
        }
        try {
            switch (recovery.state()) {
                case CONFIRMED -> removeCredentials(recovery);
                case CREDENTIALS_REMOVED -> sendLink(recovery);
                case AWAITING_CREDENTIALS -> checkForNewCredentials(recovery);
                case OPEN, COMPLETED, DISMISSED -> {}
            }
        } catch (RuntimeException | Error e) {
            saveIfUnchanged(recovery, found -> found.failed(clock.instant()));
            log.warn(
                    "A step of recovery case {} in state {} failed and is retried: {}",
                    recovery.id(),
                    recovery.state(),
                    e.toString());
        }
    }

    private void removeCredentials(RecoveryCase recovery) {
        try {
            credentialDirectory.removeAll(recovery.userId(), recovery.address());
        } catch (AddressTaken e) {
            saveIfUnchanged(recovery, found -> found.addressTaken(clock.instant()));
            log.warn("Recovery case {} is open again: another account has the owner's address.", recovery.id());
            return;
        }
        saveIfUnchanged(recovery, found -> {
            tokenRevoker.revoke(found.userId());
            accountStore.saveSilently(accountStore.require(found.userId()).openForNewCredentials());
            return found.credentialsRemoved(clock.instant());
        });
    }

    private void sendLink(RecoveryCase recovery) {
        credentialDirectory.sendSetupLink(recovery.userId(), settings.linkValidity());
        saveIfUnchanged(recovery, found -> found.linkSent(clock.instant()));
    }

    private void checkForNewCredentials(RecoveryCase recovery) {
        if (!credentialDirectory.hasAny(recovery.userId())) {
            saveIfUnchanged(recovery, found -> found.stillWaiting(clock.instant()));
            return;
        }
        saveIfUnchanged(recovery, found -> {
            accountStore.save(accountStore.require(found.userId()).completeRecovery(found.id(), found.confirmedBy()));
            return found.completed(clock.instant(), settings.retention());
        });
        log.info("Recovery case {} is completed.", recovery.id());
    }

    /** Saves a step, unless an operator or another instance has saved one since. */
    private void saveIfUnchanged(RecoveryCase seen, UnaryOperator<RecoveryCase> step) {
        transactionRunner.run(() -> unchanged(seen).ifPresent(stored -> cases.save(step.apply(stored))));
    }

    private Optional<RecoveryCase> unchanged(RecoveryCase seen) {
        return cases.findById(seen.id())
                .filter(stored -> stored.state() == seen.state() && stored.revision() == seen.revision());
    }
}
