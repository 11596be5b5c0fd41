package dev.atelier.identity.contact;

import dev.atelier.events.ContactEvent.ContactRequestReceived;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.contact.challenge.Challenges;
import dev.atelier.identity.contact.challenge.SpentChallenges;
import dev.atelier.identity.contact.rates.ContactRates;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes requests in. */
@Component
class Contacting {
    private final ContactRequests requests;
    private final Challenges challenges;
    private final SpentChallenges spent;
    private final ContactRates rates;
    private final Provisioning provisioning;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ContactSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Contacting(
            ContactRequests requests,
            Challenges challenges,
            SpentChallenges spent,
            ContactRates rates,
            Provisioning provisioning,
            Outbox outbox,
            Transactions transactions,
            ContactSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.requests = requests;
        this.challenges = challenges;
        this.spent = spent;
        this.rates = rates;
        this.provisioning = provisioning;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Keeps what a stranger wrote. What fell into the trap is answered alike, counted and thrown away.
     *
     * @param address where the request came from
     * @throws dev.atelier.identity.contact.challenge.ChallengeNotSolved where the work was not done
     * @throws dev.atelier.identity.contact.rates.TooManyContactRequests where too many came from there or in this name
     */
    void fromStranger(NewContactRequest body, String address) {
        if (body.trapped()) {
            meters.counter("atelier.contact.trapped").increment();
            return;
        }
        var solved = challenges.check(body.challenge(), body.solution());
        transactions.run(() -> {
            var now = clock.instant();
            spent.spend(solved);
            rates.count(ContactRates.Of.ADDRESS, address, now);
            rates.count(ContactRates.Of.EMAIL, body.address(), now);
            keep(ContactRequest.from(
                    body.sender(),
                    body.locale() == null ? "en" : body.locale(),
                    body.message().strip(),
                    now,
                    now.plus(settings.openRetention())));
        });
    }

    /** Who is signed in. May ask Keycloak, so it is called before any transaction. */
    Account writer(UserId person) {
        return provisioning.demand(person);
    }

    /** Keeps what a signed-in person wrote. */
    ContactRequestId fromPerson(Account writer, String message) {
        return transactions.call(() -> {
            var now = clock.instant();
            rates.count(ContactRates.Of.ACCOUNT, writer.id().toString(), now);
            return keep(ContactRequest.from(
                    writer.id(),
                    writer.preferences().locale(),
                    message.strip(),
                    now,
                    now.plus(settings.openRetention())));
        });
    }

    private ContactRequestId keep(ContactRequest request) {
        var kept = requests.save(request);
        outbox.append(new ContactRequestReceived(kept.id(), kept.userId() != null), kept.said());
        return kept.id();
    }
}
