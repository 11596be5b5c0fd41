package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.util.Optional;

/**
 * Holds people's passwords, names and addresses; Keycloak in every installation. Each method throws
 * {@link DirectoryUnavailable} where it gives no answer in time.
 */
public interface UserDirectory {
    /** The person as they are now; empty where there is none, or only a service's own account. */
    Optional<DirectoryUser> find(UserId id);

    /** Gives a person other names; doing it again changes nothing. */
    void rename(UserId id, String firstName, String lastName);

    /**
     * Gives a person another address, which they have shown to be theirs; doing it again changes nothing.
     *
     * @throws AddressTaken where somebody else has it
     */
    void readdress(UserId id, String email);
}
