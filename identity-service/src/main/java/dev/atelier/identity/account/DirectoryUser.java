package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A user as the directory holds them at this moment.
 *
 * @param enabled whether they may sign in
 * @param locale the language chosen on the sign-in pages; null where none was chosen
 */
public record DirectoryUser(
        UserId id,
        PersonalDetails particulars,
        boolean enabled,
        @Nullable String locale) {}
