package dev.atelier.identity.addresschange;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person wants to be reached at another address. It becomes theirs once they show, signed in, that they read what is sent there.
 *
 * @param email the new one, in lower case
 * @param before the one they had when they asked; null for staff without one
 * @param secrets hashes of what the links say that were mailed last, {@value #LINKS} at most; nothing else of them is kept
 * @param expires when no link opens any more
 * @param forgotten when the database drops it
 */
@TypeAlias("address-change")
@Document("addressChanges")
@CompoundIndex(name = "byPerson", def = "{'userId': 1, 'askedAt': 1}")
@CompoundIndex(name = "byEmail", def = "{'email': 1, 'askedAt': 1}")
record AddressChange(
        @Id AddressChangeId id,
        @Version @Nullable Long lock,
        UserId userId,

        @PersonalData(
                category = Category.CONTACT,
                purpose = "the new address, until the person has shown that it is theirs",
                basis = Basis.CONTRACT,
                retention = "a week after the link has run out or was used")
        String email,

        @Nullable @PersonalData(
                category = Category.CONTACT,
                purpose = "tells the old address of the change",
                basis = Basis.CONTRACT,
                retention = "a week after the link has run out or was used")
        String before,

        AddressChangeState state,
        @NotPersonal("hashes of random secrets") List<String> secrets,
        Instant askedAt,
        Instant expires,
        @Indexed(expireAfter = "0s") Instant forgotten) {
    /** A mail that is sent once more has a link of its own; earlier ones still open, so that all that arrive do. */
    private static final int LINKS = 5;

    private static final Duration KEPT = Duration.ofDays(7);

    enum AddressChangeState {
        OPEN,
        DONE,
        /** Taken back, or another one was asked for since. */
        WITHDRAWN
    }

    AddressChange {
        secrets = List.copyOf(secrets);
    }

    static AddressChange ask(UserId person, String email, @Nullable String before, Instant now, Duration validity) {
        var expires = now.plus(validity);
        return new AddressChange(
                AddressChangeId.next(),
                null,
                person,
                email,
                before,
                AddressChangeState.OPEN,
                List.of(),
                now,
                expires,
                expires.plus(KEPT));
    }

    /**
     * One more link goes out.
     *
     * @throws AddressChangeNoLongerOpen where none opens any more
     */
    AddressChange mailed(String secret, Instant now) {
        demandOpen(now);
        var all = Stream.concat(secrets.stream(), Stream.of(secret)).toList();
        return with(AddressChangeState.OPEN, all.subList(Math.max(0, all.size() - LINKS), all.size()), forgotten);
    }

    /**
     * Somebody came with a link's secret.
     *
     * @throws AddressChangeNoLongerOpen where it was used, taken back, has run out, or was never mailed
     */
    AddressChange prove(String secret, Instant now) {
        demandOpen(now);
        if (!secrets.contains(secret)) {
            throw new AddressChangeNoLongerOpen();
        }
        return with(AddressChangeState.DONE, List.of(), now.plus(KEPT));
    }

    AddressChange withdraw() {
        return state == AddressChangeState.OPEN ? with(AddressChangeState.WITHDRAWN, List.of(), forgotten) : this;
    }

    boolean done() {
        return state == AddressChangeState.DONE;
    }

    boolean open(Instant now) {
        return state == AddressChangeState.OPEN && now.isBefore(expires);
    }

    private void demandOpen(Instant now) {
        if (!open(now)) {
            throw new AddressChangeNoLongerOpen();
        }
    }

    private AddressChange with(AddressChangeState next, List<String> hashes, Instant dropped) {
        return new AddressChange(id, lock, userId, email, before, next, hashes, askedAt, expires, dropped);
    }
}
