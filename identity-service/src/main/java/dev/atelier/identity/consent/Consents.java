package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** People agreeing to purposes and taking it back. */
@Component
class Consents {
    private final Decisions decisions;
    private final Register register;
    private final Provisioning provisioning;
    private final Transactions transactions;
    private final Clock clock;

    Consents(
            Decisions decisions, Register register, Provisioning provisioning, Transactions transactions, Clock clock) {
        this.decisions = decisions;
        this.register = register;
        this.provisioning = provisioning;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the person stands to every purpose there is. */
    List<Consent> of(UserId person) {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> of(person, purpose))
                .toList();
    }

    Consent of(UserId person, ConsentPurpose purpose) {
        return Consent.of(purpose, decisions.findFirstByUserIdAndPurposeOrderByVersionDesc(person, purpose));
    }

    /** Every decision of the person, the newest first. */
    Page<HistoryEntry> history(UserId person, PageRequest request) {
        var limit = Limit.of(request.limitAndOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? decisions.findByUserIdOrderByNumberDesc(person, limit)
                : decisions.findByUserIdAndNumberLessThanOrderByNumberDesc(person, cursor.number(0), limit);
        return Page.of(read, request, decision -> Cursors.of(decision.number())).map(HistoryEntry::of);
    }

    /**
     * Notes what the person says and tells it; what is so already stays as it is. Two at the same moment cannot both
     * pass, as each also writes the person's account.
     *
     * @throws dev.atelier.kit.web.Stale where the person has decided on this purpose in the meantime
     */
    Consent decide(UserId person, ConsentPurpose purpose, ExpectedVersion expected, ConsentChange change) {
        provisioning.demand(person);
        return transactions.call(() -> {
            var before = of(person, purpose);
            expected.check(before.version());
            if (before.saysAlready(change)) {
                return before;
            }
            register.say(fact(person, purpose, change));
            var number = decisions
                            .findFirstByUserIdOrderByNumberDesc(person)
                            .map(Decision::number)
                            .orElse(0L)
                    + 1;
            decisions.insert(Decision.of(person, number, purpose, before.version() + 1, change, clock.instant()));
            return of(person, purpose);
        });
    }

    private static IdentityEvent fact(UserId person, ConsentPurpose purpose, ConsentChange change) {
        return change.given()
                ? new ConsentGiven(person, purpose, change.policyVersion())
                : new ConsentWithdrawn(person, purpose);
    }
}
