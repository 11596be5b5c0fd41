package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory knows them at this moment.
 *
 * @param enabled whether they may sign in
 * @param locale the language they chose on the sign-in pages; null where they chose none
 */
public record DirectoryUser(
        UserId id,
        PersonalDetails particulars,
        boolean enabled,
        @Nullable String locale) {}
