package dev.atelier.identity.contact.rates;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The requests of the last hour. */
interface ContactTries extends Repository<ContactTry, UUID> {
    long countByOfAndWhoAndAtAfter(ContactRates.Of of, String who, Instant begin);

    Optional<ContactTry> findFirstByOfAndWhoAndAtAfterOrderByAt(ContactRates.Of of, String who, Instant begin);

    ContactTry save(ContactTry one);
}
