package dev.atelier.kit.responsibility;

import dev.atelier.events.id.UserId;

/** Looks up whether a user's account is active, as far as this service knows. */
@FunctionalInterface
public interface AccountStatusLookup {
    /**
     * Requires an active account, in a transaction that makes the user responsible for something. Writes the stored
     * state of the account, so that this transaction and the end of the account cannot both commit.
     *
     * @throws AccountNotActive where the account is not active
     */
    void requireActive(UserId member);
}
