package dev.atelier.identity.contact.ratelimit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Stores the requests of the last hour. */
interface ContactAttemptRepository extends Repository<ContactAttemptDocument, UUID> {
    long countByOfAndWhoAndAtAfter(ContactRateLimit.RateLimitSubject rateLimitSubject, String who, Instant begin);

    Optional<ContactAttemptDocument> findFirstByOfAndWhoAndAtAfterOrderByAt(
            ContactRateLimit.RateLimitSubject rateLimitSubject, String who, Instant begin);

    ContactAttemptDocument save(ContactAttemptDocument one);
}
