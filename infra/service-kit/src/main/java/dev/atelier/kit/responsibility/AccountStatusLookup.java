package dev.atelier.kit.responsibility;

import dev.atelier.events.id.UserId;

/** Whose account is open, as this service knows it. */
@FunctionalInterface
public interface AccountStatusLookup {
    /**
     * Inside a transaction that makes somebody responsible for a thing: writes what is known of their account, so that this and its end cannot
     * both commit.
     *
     * @throws AccountNotActive where it is shut
     */
    void rely(UserId member);
}
