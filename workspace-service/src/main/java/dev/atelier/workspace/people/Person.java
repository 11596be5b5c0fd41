package dev.atelier.workspace.people;

import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.email.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A person as others in the workspace see them.
 *
 * @param displayName the address until activation, the name after it; empty if nothing is known yet
 * @param email the address; null if nothing is known yet
 * @param activated whether the address is verified
 * @param active whether they can act: known, activated and not deactivated
 * @param status shown as a ring around the avatar
 * @param avatar the number of their picture; null if there is none
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
                state.statusOrNone(),
                state.avatar());
    }

    static Person unknown(UserId userId) {
        return new Person(userId, "", null, false, false, UserStatus.NONE, null);
    }

    /** Returns whether this is the person's own verified address. Ignores case, as mail servers do. */
    public boolean owns(String address) {
        return activated
                && EmailAddress.find(email)
                        .map(EmailAddress::normalized)
                        .filter(address::equals)
                        .isPresent();
    }
}
