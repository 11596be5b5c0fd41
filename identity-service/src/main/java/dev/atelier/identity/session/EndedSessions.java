package dev.atelier.identity.session;

import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Voids the tokens of sessions that ended in Keycloak itself: signed out there, or ended by an administrator. */
@Component
public class EndedSessions {
    private final Revocations revocations;
    private final Outbox outbox;
    private final SessionSettings settings;
    private final Transactions transactions;

    EndedSessions(Revocations revocations, Outbox outbox, SessionSettings settings, Transactions transactions) {
        this.revocations = revocations;
        this.outbox = outbox;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Those of one session that were issued until then; a session that begins later under the same id goes on. */
    public void voidTokensOf(String session, Instant ended) {
        var issuedBefore = ended.truncatedTo(ChronoUnit.MILLIS);
        transactions.run(() -> outbox.append(new RevocationState(
                session,
                issuedBefore,
                issuedBefore.plus(settings.accessTokenLife()),
                false,
                issuedBefore.toEpochMilli())));
    }

    /** Those of all sessions of a person that were issued until then. */
    public void voidTokensOf(UserId person, Instant ended) {
        transactions.run(() -> revocations.revoke(person, ended));
    }
}
