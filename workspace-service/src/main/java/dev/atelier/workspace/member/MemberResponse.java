package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as another member sees them.
 *
 * @param displayName the name; the address until the account is activated; empty if nothing is known yet
 * @param email shown to the manager only
 * @param active whether they can act now; false if an operator has deactivated the account
 * @param status shown as a ring around the avatar
 * @param avatarVersion grows with each picture at {@code /api/users/{userId}/avatar}; null if there is none
 */
record MemberResponse(
        UserId userId,
        String displayName,
        @Nullable String email,
        WorkspaceRole role,
        Instant joinedAt,
        boolean active,
        UserStatus status,
        @Nullable Long avatarVersion) {
    static MemberResponse of(Membership membership, Person person, boolean withEmail) {
        return new MemberResponse(
                membership.userId(),
                person.displayName(),
                withEmail ? person.email() : null,
                membership.role(),
                membership.since(),
                person.active(),
                person.status(),
                person.avatar());
    }
}
