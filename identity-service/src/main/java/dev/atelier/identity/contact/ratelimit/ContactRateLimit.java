package dev.atelier.identity.contact.ratelimit;

import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Limits contact requests within any hour. */
@Component
public class ContactRateLimit {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final ContactAttemptRepository tries;
    private final ContactRateLimitSettings settings;
    private final LimitGuard guard;

    ContactRateLimit(ContactAttemptRepository tries, ContactRateLimitSettings settings, LimitGuard guard) {
        this.tries = tries;
        this.settings = settings;
        this.guard = guard;
    }

    /** What a limit is counted by. */
    public enum RateLimitSubject {
        ADDRESS,
        EMAIL,
        ACCOUNT
    }

    /**
     * Counts a request in the running transaction.
     *
     * @throws TooManyContactRequests where the limit is reached
     */
    public void record(RateLimitSubject rateLimitSubject, String who, Instant now) {
        TransactionRunner.requireTransaction("a counted request");
        guard.write("contact-requests", rateLimitSubject + ":" + who);
        var begin = now.minus(WINDOW);
        if (tries.countByOfAndWhoAndAtAfter(rateLimitSubject, who, begin) >= limit(rateLimitSubject)) {
            var wait = tries.findFirstByOfAndWhoAndAtAfterOrderByAt(rateLimitSubject, who, begin)
                    .map(oldest -> Duration.between(begin, oldest.at()))
                    .orElse(WINDOW);
            throw new TooManyContactRequests(limit(rateLimitSubject), wait);
        }
        tries.save(new ContactAttemptDocument(UuidV7.next(), rateLimitSubject, who, now));
    }

    private int limit(RateLimitSubject rateLimitSubject) {
        return switch (rateLimitSubject) {
            case ADDRESS -> settings.perAddress();
            case EMAIL -> settings.perEmail();
            case ACCOUNT -> settings.perAccount();
        };
    }
}
