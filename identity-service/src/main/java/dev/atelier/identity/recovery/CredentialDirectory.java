package dev.atelier.identity.recovery;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Manages credentials in the directory. Every method may be repeated, and throws {@link DirectoryUnavailable} where the
 * directory does not answer.
 */
public interface CredentialDirectory {
    /**
     * Disables the user, ends all sessions, and deletes all credentials: password, one-time codes, passkeys and linked
     * accounts.
     *
     * @param address the new address of the account; null where it stays
     * @throws dev.atelier.identity.account.AddressTaken where another account has that address
     */
    void removeAll(UserId person, @Nullable String address);

    /** Enables the user and mails a link for setting a new password. */
    void sendSetupLink(UserId person, Duration validity);

    /** Whether the person has any credentials. */
    boolean hasAny(UserId person);
}
