package dev.atelier.workspace.invitation;

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
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The invitations that were mailed to one mailbox within the last day, by all workspaces. Its version prevents
 * concurrent requests from exceeding the limit together.
 *
 * @param mailbox the common mailbox of all addresses {@code name+anything@domain}
 * @param mailedAt oldest first
 */
@Document("invitationQuotas")
@TypeAlias("invitation-quota")
record AddressQuotaDocument(
        @Id
        @PersonalData(
                category = Category.CONTACT,
                purpose = "limits how many invitations one address gets in a day",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "one day after the last invitation")
        String mailbox,

        @Version @Nullable Long lock,
        List<Instant> mailedAt,
        @Indexed(expireAfter = "0s") Instant expiresAt) {
    static final Duration WINDOW = Duration.ofDays(1);

    AddressQuotaDocument {
        mailedAt = List.copyOf(mailedAt);
    }

    static AddressQuotaDocument empty(String mailbox, Instant now) {
        return new AddressQuotaDocument(mailbox, null, List.of(), now);
    }

    /**
     * Counts one more mail.
     *
     * @throws TooManyMailsToAddress if the limit of the last day is reached
     */
    AddressQuotaDocument countMail(int limit, Instant now) {
        var recent =
                mailedAt.stream().filter(at -> at.isAfter(now.minus(WINDOW))).toList();
        if (recent.size() >= limit) {
            throw new TooManyMailsToAddress(
                    limit, Duration.between(now, recent.getFirst().plus(WINDOW)));
        }
        return new AddressQuotaDocument(
                mailbox, lock, Stream.concat(recent.stream(), Stream.of(now)).toList(), now.plus(WINDOW));
    }
}
