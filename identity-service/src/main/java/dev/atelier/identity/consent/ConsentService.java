package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Gives and withdraws consents. */
@Component
class ConsentService {
    private final ConsentDecisionRepository consentDecisionRepository;
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ConsentService(
            ConsentDecisionRepository consentDecisionRepository,
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.consentDecisionRepository = consentDecisionRepository;
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Returns the consents for all purposes. */
    List<Consent> of(UserId person) {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> of(person, purpose))
                .toList();
    }

    Consent of(UserId person, ConsentPurpose purpose) {
        return Consent.of(
                purpose, consentDecisionRepository.findFirstByUserIdAndPurposeOrderByVersionDesc(person, purpose));
    }

    /** Returns all decisions of the person, the newest first. */
    CursorPage<ConsentDecisionResponse> history(UserId person, CursorPageRequest request) {
        var limit = Limit.of(request.limitPlusOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? consentDecisionRepository.findByUserIdOrderByNumberDesc(person, limit)
                : consentDecisionRepository.findByUserIdAndNumberLessThanOrderByNumberDesc(
                        person, cursor.number(0), limit);
        return CursorPage.of(read, request, decision -> PageCursorCodec.of(decision.number()))
                .map(ConsentDecisionResponse::of);
    }

    /**
     * Stores and publishes a decision; no change where the consent is the same already. Two concurrent decisions cannot
     * both commit, as each also writes the person's account.
     *
     * @throws dev.atelier.kit.problem.StaleVersion where the consent was changed in the meantime
     */
    Consent decide(UserId person, ConsentPurpose purpose, ExpectedVersion expected, SetConsentRequest change) {
        accountProvisioner.getOrProvision(person);
        return transactionRunner.call(() -> {
            var before = of(person, purpose);
            expected.check(before.version());
            if (before.isUnchangedBy(change)) {
                return before;
            }
            accountStore.publish(fact(person, purpose, change));
            var number = consentDecisionRepository
                            .findFirstByUserIdOrderByNumberDesc(person)
                            .map(ConsentDecision::number)
                            .orElse(0L)
                    + 1;
            consentDecisionRepository.insert(
                    ConsentDecision.of(person, number, purpose, before.version() + 1, change, clock.instant()));
            return of(person, purpose);
        });
    }

    private static IdentityEvent fact(UserId person, ConsentPurpose purpose, SetConsentRequest change) {
        return change.given()
                ? new ConsentGiven(person, purpose, change.policyVersion())
                : new ConsentWithdrawn(person, purpose);
    }
}
