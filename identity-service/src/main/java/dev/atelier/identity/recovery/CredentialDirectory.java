package dev.atelier.identity.recovery;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs in with; the directory holds it. Every method may be called again, and throws {@link DirectoryUnavailable}
 * where the directory gives no answer.
 */
public interface CredentialDirectory {
    /**
     * Shuts the account, ends its sessions, and takes away everything that opens it: password, codes of an app, passkeys, accounts
     * elsewhere.
     *
     * @param address the account's from now on; null where it stays
     * @throws dev.atelier.identity.account.AddressTaken where somebody else has that address
     */
    void remove(UserId person, @Nullable String address);

    /** Opens the account and mails its address a link under which new ones are made. */
    void invite(UserId person, Duration validity);

    /** Whether the person has any. */
    boolean present(UserId person);
}
