package dev.atelier.workspace.people;

import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.email.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A person as the people they work with see them.
 *
 * @param displayName the address until activation, the names after it (I3); empty where nothing is known yet
 * @param email the address; null where nothing is known yet
 * @param activated whether the address is verified
 * @param active whether they can act: known, activated and not deactivated
 * @param status the ring round the avatar (I4)
 * @param avatar which picture they show; null where they show none
 */
public record Person(
        UserId userId,
        String displayName,
        @Nullable String email,
        boolean activated,
        boolean active,
        UserStatus status,
        @Nullable Long avatar) {
    static Person of(UserState state) {
        return new Person(
                state.userId(),
                state.displayName(),
                state.email(),
                state.activated(),
                state.activated() && !state.deactivated() && !state.ended(),
                state.ring(),
                state.avatar());
    }

    static Person unknown(UserId userId) {
        return new Person(userId, "", null, false, false, UserStatus.NONE, null);
    }

    /** Whether the person's own verified address is this one. Compared without case, as mail servers do. */
    public boolean owns(String address) {
        return activated
                && EmailAddress.find(email)
                        .map(EmailAddress::normal)
                        .filter(address::equals)
                        .isPresent();
    }
}
