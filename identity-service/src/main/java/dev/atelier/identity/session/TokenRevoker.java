package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Voids people's tokens: the gateway and every service refuse tokens issued before. */
@Component
public class TokenRevoker {
    private final RevocationRepository rows;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final Clock clock;

    TokenRevoker(RevocationRepository rows, Outbox outbox, SessionSettings settings, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Voids every token that the person holds now; requires a running transaction. */
    public void revoke(UserId holder) {
        TransactionRunner.requireTransaction("a revocation");
        publish(holder, clock.instant(), rows.findById(holder).orElse(null));
    }

    /** Voids the tokens issued until then, unless they are void already; requires a running transaction. */
    void revoke(UserId holder, Instant issuedBefore) {
        TransactionRunner.requireTransaction("a revocation");
        var earlier = rows.findById(holder).orElse(null);
        if (earlier == null || earlier.issuedBefore().isBefore(issuedBefore.truncatedTo(ChronoUnit.MILLIS))) {
            publish(holder, issuedBefore, earlier);
        }
    }

    private void publish(UserId holder, Instant issuedBefore, @Nullable Revocation earlier) {
        var revocation = rows.save(Revocation.of(holder, issuedBefore, earlier, settings.accessTokenLife()));
        outbox.append(revocation.state());
    }
}
