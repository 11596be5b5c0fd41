package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.contact.ContactRequest.ContactRequestState;
import dev.atelier.identity.contact.ContactSenderResolver.ContactSender;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request, as operators see it.
 *
 * @param email the address of the answer; null where the account has none or is gone
 * @param expiresAt when it is deleted; later once it is answered or closed
 */
record ContactRequestResponse(
        ContactRequestId id,
        ContactRequestState state,
        @Nullable UserId userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String company,
        @Nullable String role,
        String locale,
        String message,
        Instant receivedAt,
        @Nullable OperatorNoteResponse answer,
        @Nullable OperatorNoteResponse closing,
        Instant expiresAt) {

    /** An operator's answer or reason. */
    record OperatorNoteResponse(String text, UserId createdBy, Instant createdAt) {
        static @Nullable OperatorNoteResponse of(ContactRequest.@Nullable OperatorNote operatorNote) {
            return operatorNote == null
                    ? null
                    : new OperatorNoteResponse(operatorNote.text(), operatorNote.by(), operatorNote.at());
        }
    }

    static ContactRequestResponse of(ContactRequest request, ContactSender from) {
        var sender = request.sender();
        return new ContactRequestResponse(
                request.id(),
                request.state(),
                request.userId(),
                from.name(),
                from.email(),
                sender == null ? null : sender.company(),
                sender == null ? null : sender.role(),
                request.locale(),
                request.message(),
                request.receivedAt(),
                OperatorNoteResponse.of(request.answer()),
                OperatorNoteResponse.of(request.closing()),
                request.deleteAt());
    }
}
