package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.util.Optional;

/**
 * Holds passwords, names and addresses; Keycloak in every installation. Each method throws {@link DirectoryUnavailable}
 * where the directory does not answer in time.
 */
public interface UserDirectory {
    /** Returns the user's present data; empty where there is none, or only the account of a service. */
    Optional<DirectoryUser> find(UserId id);

    /** Changes the names; idempotent. */
    void rename(UserId id, String firstName, String lastName);

    /**
     * Changes the address to one that the person has proven to be theirs; idempotent.
     *
     * @throws AddressTaken where another account has it
     */
    void changeEmail(UserId id, String email);
}
