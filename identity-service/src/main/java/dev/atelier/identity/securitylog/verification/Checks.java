package dev.atelier.identity.securitylog.verification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The one {@link Check}. */
interface Checks extends Repository<Check, String> {
    Optional<Check> findById(String id);

    Check save(Check check);
}
