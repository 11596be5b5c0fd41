package dev.atelier.identity.contact;

import dev.atelier.events.ContactEvent.ContactRequestReceived;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.contact.challenge.ChallengeService;
import dev.atelier.identity.contact.challenge.SpentChallengeStore;
import dev.atelier.identity.contact.ratelimit.ContactRateLimit;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Accepts contact requests. */
@Component
class ContactSubmissionService {
    private final ContactRequestRepository requests;
    private final ChallengeService challengeService;
    private final SpentChallengeStore spent;
    private final ContactRateLimit rates;
    private final AccountProvisioner accountProvisioner;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final ContactSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    ContactSubmissionService(
            ContactRequestRepository requests,
            ChallengeService challengeService,
            SpentChallengeStore spent,
            ContactRateLimit rates,
            AccountProvisioner accountProvisioner,
            Outbox outbox,
            TransactionRunner transactionRunner,
            ContactSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.requests = requests;
        this.challengeService = challengeService;
        this.spent = spent;
        this.rates = rates;
        this.accountProvisioner = accountProvisioner;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Stores an anonymous request. A request that filled the hidden field gets the same answer, is counted and
     * discarded.
     *
     * @param address the network address of the request
     * @throws dev.atelier.identity.contact.challenge.ChallengeNotSolved where the challenge is not solved
     * @throws dev.atelier.identity.contact.ratelimit.TooManyContactRequests where a rate limit is reached
     */
    void submitAnonymously(SubmitContactRequest body, String address) {
        if (body.hasFilledHiddenField()) {
            meters.counter("atelier.contact.trapped").increment();
            return;
        }
        var solvedChallenge = challengeService.verify(body.challenge(), body.solution());
        transactionRunner.run(() -> {
            var now = clock.instant();
            spent.spend(solvedChallenge);
            rates.record(ContactRateLimit.RateLimitSubject.ADDRESS, address, now);
            rates.record(ContactRateLimit.RateLimitSubject.EMAIL, body.address(), now);
            save(ContactRequest.from(
                    body.sender(),
                    body.locale() == null ? "en" : body.locale(),
                    body.message().strip(),
                    now,
                    now.plus(settings.openRetention())));
        });
    }

    /** Returns the sender's account. May call Keycloak, so call it outside transactions. */
    Account requireAccount(UserId person) {
        return accountProvisioner.getOrProvision(person);
    }

    /** Stores a signed-in person's request. */
    ContactRequestId submit(Account writer, String message) {
        return transactionRunner.call(() -> {
            var now = clock.instant();
            rates.record(ContactRateLimit.RateLimitSubject.ACCOUNT, writer.id().toString(), now);
            return save(ContactRequest.from(
                    writer.id(),
                    writer.preferences().locale(),
                    message.strip(),
                    now,
                    now.plus(settings.openRetention())));
        });
    }

    private ContactRequestId save(ContactRequest request) {
        var kept = requests.save(request);
        outbox.append(new ContactRequestReceived(kept.id(), kept.userId() != null), kept.eventCount());
        return kept.id();
    }
}
