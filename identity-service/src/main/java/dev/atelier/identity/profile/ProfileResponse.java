package dev.atelier.identity.profile;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A person's own account.
 *
 * @param avatarVersion grows with each picture at {@code /api/users/{userId}/avatar}; null where there is none
 */
record ProfileResponse(
        UserId id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean activated,
        String locale,
        String timeZone,
        UserStatus status,
        @Nullable Long avatarVersion) {
    static ProfileResponse of(Account account) {
        var person = account.particulars();
        return new ProfileResponse(
                account.id(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.emailVerified(),
                account.preferences().locale(),
                account.preferences().timeZone(),
                account.status(),
                account.avatar());
    }
}
