package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.contact.ContactRequest.State;
import dev.atelier.identity.contact.Correspondents.Correspondent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request, as operators see it.
 *
 * @param email where the answer goes; null for a person without an account or address any more
 * @param deleteAt when it is dropped: later where it is answered or closed before
 */
record ContactRequestView(
        ContactRequestId id,
        State state,
        @Nullable UserId userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String company,
        @Nullable String role,
        String locale,
        String message,
        Instant receivedAt,
        @Nullable Word answer,
        @Nullable Word closing,
        Instant deleteAt) {

    /** What an operator said. */
    record Word(String text, UserId by, Instant at) {
        static @Nullable Word of(ContactRequest.@Nullable Word word) {
            return word == null ? null : new Word(word.text(), word.by(), word.at());
        }
    }

    static ContactRequestView of(ContactRequest request, Correspondent from) {
        var sender = request.sender();
        return new ContactRequestView(
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
                Word.of(request.answer()),
                Word.of(request.closing()),
                request.deleteAt());
    }
}
