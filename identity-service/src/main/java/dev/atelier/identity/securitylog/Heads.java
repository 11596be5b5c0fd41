package dev.atelier.identity.securitylog;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The one {@link Head}. */
interface Heads extends Repository<Head, String> {
    Optional<Head> findById(String id);

    Head save(Head head);
}
