package dev.atelier.workspace.project;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A participant as the other participants see them.
 *
 * @param displayName the name; the address until the account is activated; empty if nothing is known yet
 * @param avatarVersion grows with each picture at {@code /api/users/{userId}/avatar}; null if there is none
 */
record ParticipantResponse(
        UserId userId,
        String displayName,
        @Nullable String email,
        boolean active,
        UserStatus status,
        @Nullable Long avatarVersion) {
    static ParticipantResponse of(Person person) {
        return new ParticipantResponse(
                person.userId(),
                person.displayName(),
                person.email(),
                person.active(),
                person.status(),
                person.avatar());
    }
}
