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
 * A person's request for another e-mail address. It takes effect when they open the mailed link while signed in.
 *
 * @param email the new one, in lower case
 * @param before the one at the time of the request; null for staff without one
 * @param secrets hashes of the secrets of the last mailed links, {@value #LINKS} at most
 * @param expires when the links expire
 * @param forgotten when the database deletes the document
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
    /** Each resent mail has its own link; the earlier ones stay valid, so that every mail that arrives works. */
    private static final int LINKS = 5;

    private static final Duration KEPT = Duration.ofDays(7);

    enum AddressChangeState {
        OPEN,
        DONE,
        /** Withdrawn by the person, or replaced by a later request. */
        WITHDRAWN
    }

    AddressChange {
        secrets = List.copyOf(secrets);
    }

    static AddressChange request(UserId person, String email, @Nullable String before, Instant now, Duration validity) {
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
     * Records the secret of another mailed link.
     *
     * @throws AddressChangeNoLongerOpen where the request is no longer open
     */
    AddressChange addLink(String secret, Instant now) {
        requireOpen(now);
        var all = Stream.concat(secrets.stream(), Stream.of(secret)).toList();
        return with(AddressChangeState.OPEN, all.subList(Math.max(0, all.size() - LINKS), all.size()), forgotten);
    }

    /**
     * Checks a link's secret and completes the request.
     *
     * @throws AddressChangeNoLongerOpen where the link was used, withdrawn, has expired, or was never mailed
     */
    AddressChange confirm(String secret, Instant now) {
        requireOpen(now);
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

    private void requireOpen(Instant now) {
        if (!open(now)) {
            throw new AddressChangeNoLongerOpen();
        }
    }

    private AddressChange with(AddressChangeState next, List<String> hashes, Instant dropped) {
        return new AddressChange(id, lock, userId, email, before, next, hashes, askedAt, expires, dropped);
    }
}
