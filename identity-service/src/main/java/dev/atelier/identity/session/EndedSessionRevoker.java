package dev.atelier.identity.session;

import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Voids the tokens of sessions that ended in Keycloak itself, by sign-out or by an administrator. */
@Component
public class EndedSessionRevoker {
    private final TokenRevoker tokenRevoker;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final TransactionRunner transactionRunner;

    EndedSessionRevoker(
            TokenRevoker tokenRevoker, Outbox outbox, SessionSettings settings, TransactionRunner transactionRunner) {
        this.tokenRevoker = tokenRevoker;
        this.outbox = outbox;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
    }

    /** Voids the session's tokens issued until then; a later session of the same id stays valid. */
    public void voidTokensOf(String session, Instant ended) {
        var issuedBefore = ended.truncatedTo(ChronoUnit.MILLIS);
        transactionRunner.run(() -> outbox.append(new RevocationState(
                session,
                issuedBefore,
                issuedBefore.plus(settings.accessTokenLife()),
                false,
                issuedBefore.toEpochMilli())));
    }

    /** Voids the tokens of all the person's sessions issued until then. */
    public void voidTokensOf(UserId person, Instant ended) {
        transactionRunner.run(() -> tokenRevoker.revoke(person, ended));
    }
}
