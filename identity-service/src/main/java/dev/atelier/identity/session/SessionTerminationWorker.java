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
 * Tells the directory which sessions people ended, until it has heard. As long as it has not, it may issue new tokens: each
 * step here voids them again.
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

    /** Those that are due, 50 at most, once each. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var sessionTermination :
                sessionTerminationRepository.findByDueLessThanEqualOrderByDue(clock.instant(), AT_ONCE)) {
            if (mayGoOn.getAsBoolean()) {
                tell(sessionTermination);
            }
        }
    }

    /** Tells the directory once; where it gives no answer it is told again later. */
    void tell(SessionTermination sessionTermination) {
        try {
            if (sessionTermination.all()) {
                sessionDirectory.endAll(sessionTermination.userId());
            } else {
                sessionDirectory.end(sessionTermination.userId(), sessionTermination.id());
            }
            note(sessionTermination, open -> open.told(clock.instant()));
        } catch (RuntimeException | Error e) {
            note(sessionTermination, open -> open.failed(clock.instant()));
            log.warn(
                    "Keycloak could not be told what account {} ended; it is told again: {}",
                    sessionTermination.userId(),
                    e.toString());
        }
    }

    /** Says that the tokens are void; demands a running transaction. */
    SessionTermination voided(SessionTermination sessionTermination) {
        if (sessionTermination.all()) {
            tokenRevoker.revoke(sessionTermination.userId());
        } else {
            outbox.append(sessionTermination.revocation(settings.accessTokenLife()));
        }
        return sessionTermination;
    }

    /** Nothing, where another one has noted a step since, or the person has asked anew: what was told is older than that. */
    private void note(SessionTermination told, UnaryOperator<SessionTermination> step) {
        transactionRunner.run(() -> sessionTerminationRepository
                .findById(told.id())
                .filter(stored -> stored.open() && stored.issuedBefore().equals(told.issuedBefore()))
                .ifPresent(stored -> voided(sessionTerminationRepository.save(step.apply(stored)))));
    }
}
