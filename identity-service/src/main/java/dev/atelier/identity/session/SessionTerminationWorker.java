package dev.atelier.identity.session;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Ends sessions in the directory and retries until it acknowledges. Until then it may issue new tokens: each step here
 * voids them again.
 */
@Component
public class SessionTerminationWorker {
    private static final Logger log = LoggerFactory.getLogger(SessionTerminationWorker.class);
    private static final Limit AT_ONCE = Limit.of(50);

    private final SessionDirectory sessionDirectory;
    private final SessionTerminationRepository sessionTerminationRepository;
    private final TokenRevoker tokenRevoker;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    SessionTerminationWorker(
            SessionDirectory sessionDirectory,
            SessionTerminationRepository sessionTerminationRepository,
            TokenRevoker tokenRevoker,
            Outbox outbox,
            SessionSettings settings,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.sessionDirectory = sessionDirectory;
        this.sessionTerminationRepository = sessionTerminationRepository;
        this.tokenRevoker = tokenRevoker;
        this.outbox = outbox;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Runs each due request once, at most 50. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var sessionTermination :
                sessionTerminationRepository.findByDueLessThanEqualOrderByDue(clock.instant(), AT_ONCE)) {
            if (mayGoOn.getAsBoolean()) {
                notifyDirectory(sessionTermination);
            }
        }
    }

    /** Sends the request once; a failed one is retried later. */
    void notifyDirectory(SessionTermination sessionTermination) {
        try {
            if (sessionTermination.all()) {
                sessionDirectory.terminateAll(sessionTermination.userId());
            } else {
                sessionDirectory.terminate(sessionTermination.userId(), sessionTermination.id());
            }
            saveIfCurrent(sessionTermination, open -> open.acknowledge(clock.instant()));
        } catch (RuntimeException | Error e) {
            saveIfCurrent(sessionTermination, open -> open.failed(clock.instant()));
            log.warn(
                    "Ending sessions of account {} in Keycloak failed and is retried: {}",
                    sessionTermination.userId(),
                    e.toString());
        }
    }

    /** Publishes that the tokens are void; requires a running transaction. */
    SessionTermination voidTokens(SessionTermination sessionTermination) {
        if (sessionTermination.all()) {
            tokenRevoker.revoke(sessionTermination.userId());
        } else {
            outbox.append(sessionTermination.revocation(settings.accessTokenLife()));
        }
        return sessionTermination;
    }

    /** Saves a step, unless another instance has saved one or the person has made a new request since. */
    private void saveIfCurrent(SessionTermination told, UnaryOperator<SessionTermination> step) {
        transactionRunner.run(() -> sessionTerminationRepository
                .findById(told.id())
                .filter(stored -> stored.open() && stored.issuedBefore().equals(told.issuedBefore()))
                .ifPresent(stored -> voidTokens(sessionTerminationRepository.save(step.apply(stored)))));
    }
}
