package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request to the operator. The database deletes it after its retention.
 *
 * @param userId the sender, where they were signed in; name and address are then the account's; else null
 * @param sender the sender, where they were not signed in; else null
 * @param locale the language of the answer's mail
 * @param deleteAt when the database deletes it; set again when it is answered or closed
 * @param eventCount number of events published about the request
 */
@TypeAlias("contact-request")
@Document("contactRequests")
@CompoundIndex(name = "byState", def = "{'state': 1, '_id': -1}")
record ContactRequest(
        @Id ContactRequestId id,
        ContactRequestState state,
        @Nullable UserId userId,
        @Nullable ContactFormSender sender,
        @NotPersonal("a language of thousands") String locale,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "answers what was asked",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "180 days after the answer, a year without one, or as set")
        String message,

        Instant receivedAt,
        @Nullable OperatorNote answer,
        @Nullable OperatorNote closing,
        @Indexed(expireAfter = "0s") Instant deleteAt,
        long eventCount,
        @Version @Nullable Long version) {

    /** State of a request. */
    enum ContactRequestState {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /** An anonymous sender, as they gave it. */
    record ContactFormSender(
            @PersonalData(
                    category = Category.NAME,
                    purpose = "answers what was asked",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "180 days after the answer, a year without one, or as set")
            String name,

            @PersonalData(
                    category = Category.CONTACT,
                    purpose = "the address the answer goes to",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "180 days after the answer, a year without one, or as set")
            String email,

            @Nullable @PersonalData(
                    category = Category.CONTENT,
                    purpose = "answers what was asked",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "180 days after the answer, a year without one, or as set")
            String company,

            @Nullable @PersonalData(
                    category = Category.CONTENT,
                    purpose = "answers what was asked",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "180 days after the answer, a year without one, or as set")
            String role) {}

    /** An operator's answer to the sender, or the reason for closing. */
    record OperatorNote(
            @PersonalData(
                    category = Category.CONTENT,
                    purpose = "what was answered, or why nothing was",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "180 days after the answer, a year without one, or as set")
            String text,

            UserId by,
            Instant at) {}

    static ContactRequest from(ContactFormSender sender, String locale, String message, Instant now, Instant deleteAt) {
        return new ContactRequest(
                ContactRequestId.next(),
                ContactRequestState.OPEN,
                null,
                sender,
                locale,
                message,
                now,
                null,
                null,
                deleteAt,
                1,
                null);
    }

    static ContactRequest from(UserId userId, String locale, String message, Instant now, Instant deleteAt) {
        return new ContactRequest(
                ContactRequestId.next(),
                ContactRequestState.OPEN,
                userId,
                null,
                locale,
                message,
                now,
                null,
                null,
                deleteAt,
                1,
                null);
    }

    /**
     * Answers an open request.
     *
     * @throws ContactRequestNotOpen where it was answered or closed before
     */
    ContactRequest answered(OperatorNote answer, Instant deleteAt) {
        if (state != ContactRequestState.OPEN) {
            throw new ContactRequestNotOpen(state);
        }
        return new ContactRequest(
                id,
                ContactRequestState.ANSWERED,
                userId,
                sender,
                locale,
                message,
                receivedAt,
                answer,
                null,
                deleteAt,
                eventCount + 1,
                version);
    }

    /**
     * Closes a request, answered or not.
     *
     * @throws ContactRequestNotOpen where it was closed before
     */
    ContactRequest closed(OperatorNote why, Instant deleteAt) {
        if (state == ContactRequestState.CLOSED) {
            throw new ContactRequestNotOpen(state);
        }
        return new ContactRequest(
                id,
                ContactRequestState.CLOSED,
                userId,
                sender,
                locale,
                message,
                receivedAt,
                answer,
                why,
                deleteAt,
                eventCount + 1,
                version);
    }

    /** The ETag. */
    long revision() {
        return version == null ? 1 : version + 1;
    }
}
