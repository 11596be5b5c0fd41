package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores revocations until the tokens have expired. */
interface RevocationRepository extends Repository<Revocation, UserId> {
    Optional<Revocation> findById(UserId holder);

    Revocation save(Revocation revocation);
}
