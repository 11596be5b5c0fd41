package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Cuts people off: the gateway and every service refuse what was issued before. */
@Component
public class Revocations {
    private final RevocationRows rows;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final Clock clock;

    Revocations(RevocationRows rows, Outbox outbox, SessionSettings settings, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Voids every token the person holds at this moment; demands a running transaction. */
    public void revoke(UserId holder) {
        Transactions.demand("a revocation");
        var earlier = rows.findById(holder).orElse(null);
        var revocation = rows.save(Revocation.of(holder, clock.instant(), earlier, settings.accessTokenLife()));
        outbox.append(revocation.state());
    }
}
