package dev.atelier.identity.recovery;

import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.recovery.RecoveryCase.RecoveryCaseState;
import dev.atelier.identity.session.TokenRevoker;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Recovers accounts for operators. Each step changes the case and the account and publishes their events in one
 * transaction.
 */
@Component
class RecoveryCaseService {
    private static final Logger log = LoggerFactory.getLogger(RecoveryCaseService.class);
    private static final RecoveryCaseId NEWEST = new RecoveryCaseId(new UUID(-1, -1));

    private final RecoveryCaseRepository cases;
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final TokenRevoker tokenRevoker;
    private final TransactionRunner transactionRunner;
    private final RecoverySettings settings;
    private final Clock clock;

    RecoveryCaseService(
            RecoveryCaseRepository cases,
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            TokenRevoker tokenRevoker,
            TransactionRunner transactionRunner,
            RecoverySettings settings,
            Clock clock) {
        this.cases = cases;
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.tokenRevoker = tokenRevoker;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a case and locks the account. Its tokens are void with the commit; other services pause what belongs to it
     * when they consume its state; updates of the directory are retried until they succeed.
     *
     * @throws InvalidInput where there is no such account
     * @throws RecoveryCaseAlreadyOpen where the account has an open case
     */
    RecoveryCase open(UserId person, String report, @Nullable String address, UserId by) {
        if (person.equals(by)) {
            throw new CannotRecoverYourself();
        }
        if (accountStore.find(person).isEmpty()
                && accountProvisioner.synchronize(person).isEmpty()) {
            throw InvalidInput.of("userId", "must be the account of somebody");
        }
        return transactionRunner.call(() -> {
            cases.findByOpenFor(person).ifPresent(other -> {
                throw new RecoveryCaseAlreadyOpen(other.id());
            });
            var now = clock.instant();
            var account = accountStore.require(person);
            var opened = cases.save(RecoveryCase.open(
                    person,
                    report.strip(),
                    account.particulars().email(),
                    requireFreeAddress(address, person),
                    by,
                    now));
            tokenRevoker.revoke(person);
            accountStore.save(account.startRecovery(opened.id(), by, now));
            log.info("Operator {} opened recovery case {}.", by, opened.id());
            return opened;
        });
    }

    /** Records evidence that the claimant owns the account. */
    RecoveryCase recordEvidence(
            RecoveryCaseId id, ExpectedVersion expected, String note, @Nullable String address, UserId by) {
        return step(id, expected, by, found -> {
            var next = found.evidence(note.strip(), requireFreeAddress(address, found.userId()), by, clock.instant());
            accountStore.publish(new RecoveryEvidenceRecorded(found.userId(), id, by));
            return next;
        });
    }

    /**
     * Confirms the evidence; {@link RecoveryWorker} runs the next steps.
     *
     * @throws SecondPersonNeeded where this operator supplied any of the evidence, or the address
     */
    RecoveryCase confirm(RecoveryCaseId id, ExpectedVersion expected, String note, UserId by) {
        return step(id, expected, by, found -> {
            var next = found.confirm(note.strip(), by, clock.instant());
            accountStore.publish(new RecoveryConfirmed(found.userId(), id, by));
            return next;
        });
    }

    /** Ends a case in which nobody proved ownership. */
    RecoveryCase dismiss(RecoveryCaseId id, ExpectedVersion expected, String note, UserId by) {
        return step(id, expected, by, found -> {
            var now = clock.instant();
            var next = found.dismiss(note.strip(), by, now, settings.retention());
            tokenRevoker.revoke(found.userId());
            accountStore.save(accountStore.require(found.userId()).dismissRecovery(id, by, now));
            return next;
        });
    }

    /** Has the link for new credentials mailed again. */
    RecoveryCase resendLink(RecoveryCaseId id, ExpectedVersion expected, UserId by) {
        return step(id, expected, by, found -> found.requestLink(by, clock.instant()));
    }

    RecoveryCase get(RecoveryCaseId id) {
        return cases.findById(id).orElseThrow(NotFound::new);
    }

    /** Returns the cases in a state, the newest first. */
    CursorPage<RecoveryCase> findByState(RecoveryCaseState state, CursorPageRequest request) {
        var read =
                cases.findByStateAndIdLessThanOrderByIdDesc(state, before(request), Limit.of(request.limitPlusOne()));
        return CursorPage.of(read, request, last -> PageCursorCodec.of(last.id()));
    }

    /** Returns the cases of an account, the newest first. */
    CursorPage<RecoveryCase> findByUser(UserId person, CursorPageRequest request) {
        var read =
                cases.findByUserIdAndIdLessThanOrderByIdDesc(person, before(request), Limit.of(request.limitPlusOne()));
        return CursorPage.of(read, request, last -> PageCursorCodec.of(last.id()));
    }

    private static RecoveryCaseId before(CursorPageRequest request) {
        var cursor = request.cursor();
        return cursor == null ? NEWEST : cursor.id(0, RecoveryCaseId.class);
    }

    private RecoveryCase step(
            RecoveryCaseId id, ExpectedVersion expected, UserId by, UnaryOperator<RecoveryCase> step) {
        return transactionRunner.call(() -> {
            var found = get(id);
            expected.check(found.revision());
            if (found.userId().equals(by)) {
                throw new CannotRecoverYourself();
            }
            var kept = cases.save(step.apply(found));
            log.info("Operator {} moved recovery case {} to state {}.", by, id, kept.state());
            return kept;
        });
    }

    /** Checks that no other account has the address. */
    private @Nullable String requireFreeAddress(@Nullable String typed, UserId person) {
        if (typed == null) {
            return null;
        }
        var address = EmailAddress.read("email", typed).normalized();
        if (accountStore.findByEmail(address, CursorPageRequest.first()).items().stream()
                .anyMatch(other -> !other.id().equals(person))) {
            throw InvalidInput.of("email", "is the address of another account");
        }
        return address;
    }
}
