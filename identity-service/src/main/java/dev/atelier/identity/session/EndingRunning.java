package dev.atelier.identity.session;

import dev.atelier.kit.mongo.Transactions;
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
public class EndingRunning {
    private static final Logger log = LoggerFactory.getLogger(EndingRunning.class);
    private static final Limit AT_ONCE = Limit.of(50);

    private final SignIns signIns;
    private final Endings endings;
    private final Revocations revocations;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    EndingRunning(
            SignIns signIns,
            Endings endings,
            Revocations revocations,
            Outbox outbox,
            SessionSettings settings,
            Transactions transactions,
            Clock clock) {
        this.signIns = signIns;
        this.endings = endings;
        this.revocations = revocations;
        this.outbox = outbox;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are due, 50 at most, once each. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var ending : endings.findByDueLessThanEqualOrderByDue(clock.instant(), AT_ONCE)) {
            if (mayGoOn.getAsBoolean()) {
                tell(ending);
            }
        }
    }

    /** Tells the directory once; where it gives no answer it is told again later. */
    void tell(Ending ending) {
        try {
            if (ending.all()) {
                signIns.endAll(ending.userId());
            } else {
                signIns.end(ending.userId(), ending.id());
            }
            note(ending, open -> open.told(clock.instant()));
        } catch (RuntimeException | Error e) {
            note(ending, open -> open.failed(clock.instant()));
            log.warn(
                    "Keycloak could not be told what account {} ended; it is told again: {}",
                    ending.userId(),
                    e.toString());
        }
    }

    /** Says that the tokens are void; demands a running transaction. */
    Ending voided(Ending ending) {
        if (ending.all()) {
            revocations.revoke(ending.userId());
        } else {
            outbox.append(ending.revocation(settings.accessTokenLife()));
        }
        return ending;
    }

    /** Nothing, where another one has noted a step since, or the person has asked anew: what was told is older than that. */
    private void note(Ending told, UnaryOperator<Ending> step) {
        transactions.run(() -> endings.findById(told.id())
                .filter(stored -> stored.open() && stored.issuedBefore().equals(told.issuedBefore()))
                .ifPresent(stored -> voided(endings.save(step.apply(stored)))));
    }
}
