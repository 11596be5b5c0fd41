package dev.atelier.identity.contact.rates;

import dev.atelier.events.id.Uuids;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.Transactions;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts requests in any hour. */
@Component
public class ContactRates {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final ContactTries tries;
    private final ContactRateSettings settings;
    private final LimitGuard guard;

    ContactRates(ContactTries tries, ContactRateSettings settings, LimitGuard guard) {
        this.tries = tries;
        this.settings = settings;
        this.guard = guard;
    }

    /** By what is counted. */
    public enum Of {
        ADDRESS,
        EMAIL,
        ACCOUNT
    }

    /**
     * Counts one more in the running transaction.
     *
     * @throws TooManyContactRequests where there were as many as may be
     */
    public void count(Of of, String who, Instant now) {
        Transactions.demand("a counted request");
        guard.write("contact-requests", of + ":" + who);
        var begin = now.minus(WINDOW);
        if (tries.countByOfAndWhoAndAtAfter(of, who, begin) >= limit(of)) {
            var wait = tries.findFirstByOfAndWhoAndAtAfterOrderByAt(of, who, begin)
                    .map(oldest -> Duration.between(begin, oldest.at()))
                    .orElse(WINDOW);
            throw new TooManyContactRequests(limit(of), wait);
        }
        tries.save(new ContactTry(Uuids.next(), of, who, now));
    }

    private int limit(Of of) {
        return switch (of) {
            case ADDRESS -> settings.perAddress();
            case EMAIL -> settings.perEmail();
            case ACCOUNT -> settings.perAccount();
        };
    }
}
