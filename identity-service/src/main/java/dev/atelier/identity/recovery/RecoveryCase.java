package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.work.RetryBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One recovery of an account, from the report to its end. Steps are only added.
 *
 * @param openFor the account while the case is open, so that an account has one open case; null afterwards
 * @param before the address when the case was opened; null for staff without one
 * @param address the owner's address where it differs from the account's; the account gets it
 * @param addressBy the operator who recorded that address; null where there is none. Also null in old cases: then it is
 *     the operator who opened the case
 * @param attempts failed attempts since the directory's last successful step
 * @param due time of the next attempt, or of the next check for new credentials; null while the case waits for
 *     operators
 * @param deleteAt when the database deletes an ended case; null before
 */
@Document("recoveryCases")
@TypeAlias("recovery-case")
@CompoundIndex(name = "byState", def = "{'state': 1, '_id': -1}")
@CompoundIndex(name = "byPerson", def = "{'userId': 1, '_id': -1}")
record RecoveryCase(
        @Id RecoveryCaseId id,
        UserId userId,
        @Nullable @Indexed(unique = true, sparse = true) UserId openFor,
        RecoveryCaseState state,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "what was reported of the account",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = RETENTION)
        String report,

        @Nullable @PersonalData(
                category = Category.CONTACT,
                purpose = "tells the address that the account had of each step",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = RETENTION)
        String before,

        @Nullable @PersonalData(
                category = Category.CONTACT,
                purpose = "reaches the owner where somebody else has the account's address",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = RETENTION)
        String address,

        @Nullable UserId addressBy,
        List<RecoveryStep> steps,
        int attempts,
        @Nullable @Indexed(sparse = true) Instant due,
        @Nullable @Indexed(expireAfter = "0s") Instant deleteAt,
        @Version @Nullable Long lock) {
    private static final String RETENTION = "two years after the case's end, or as set";

    /** Delay after a failed attempt: 1 s, doubled each time, at most 30 s. */
    private static final RetryBackoff BACKOFF = new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_STEPS = 100;

    RecoveryCase {
        steps = List.copyOf(steps);
    }

    /** State of a case. */
    enum RecoveryCaseState {
        /** The account is deactivated; operators gather evidence. */
        OPEN,
        /** A second operator has confirmed the evidence; the credentials are being removed. */
        CONFIRMED,
        /** The credentials are removed; the link is being mailed. */
        CREDENTIALS_REMOVED,
        /** The link was mailed to the owner. */
        AWAITING_CREDENTIALS,
        /** The owner has new credentials and the account is open. */
        COMPLETED,
        /** Nobody proved ownership; the account stays deactivated. */
        DISMISSED;

        boolean ended() {
            return this == COMPLETED || this == DISMISSED;
        }
    }

    /** Kind of a step. */
    enum RecoveryStepKind {
        OPENED,
        EVIDENCE_RECORDED,
        CONFIRMED,
        /** Another account has the owner's address: a new one must be recorded and confirmed. */
        ADDRESS_TAKEN,
        CREDENTIALS_REMOVED,
        LINK_SENT,
        LINK_WANTED,
        COMPLETED,
        DISMISSED
    }

    /**
     * One step.
     *
     * @param by null where the system did it
     */
    record RecoveryStep(
            RecoveryStepKind act,
            @Nullable UserId by,
            Instant at,

            @Nullable @PersonalData(
                    category = Category.CONTENT,
                    purpose = "what operators decided a recovery by",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = RETENTION)
            String note) {}

    static RecoveryCase open(
            UserId person, String report, @Nullable String before, @Nullable String address, UserId by, Instant now) {
        return new RecoveryCase(
                RecoveryCaseId.next(),
                person,
                person,
                RecoveryCaseState.OPEN,
                report,
                before,
                address,
                address == null ? null : by,
                List.of(new RecoveryStep(RecoveryStepKind.OPENED, by, now, null)),
                0,
                null,
                null,
                null);
    }

    /**
     * Records evidence.
     *
     * @param newAddress null where the address stays as it is
     */
    RecoveryCase evidence(String note, @Nullable String newAddress, UserId by, Instant now) {
        requireState(RecoveryCaseState.OPEN);
        if (steps.size() >= MOST_STEPS) {
            throw new TooManyRecoverySteps(MOST_STEPS);
        }
        var step = new RecoveryStep(RecoveryStepKind.EVIDENCE_RECORDED, by, now, note);
        return newAddress == null
                ? with(RecoveryCaseState.OPEN, address, step, null)
                : with(RecoveryCaseState.OPEN, newAddress, step, null).addressBy(by);
    }

    /** Confirms the evidence and the address, all of which other operators must have supplied. */
    RecoveryCase confirm(String note, UserId by, Instant now) {
        requireState(RecoveryCaseState.OPEN);
        if (steps.stream().noneMatch(step -> step.act() == RecoveryStepKind.EVIDENCE_RECORDED)) {
            throw new EvidenceNeeded();
        }
        if (supplied(by)) {
            throw new SecondPersonNeeded();
        }
        return with(
                RecoveryCaseState.CONFIRMED, address, new RecoveryStep(RecoveryStepKind.CONFIRMED, by, now, note), now);
    }

    /** Whether the operator supplied any of the evidence or the address. */
    private boolean supplied(UserId operator) {
        return Stream.concat(
                        Stream.ofNullable(namedAddress()),
                        steps.stream()
                                .filter(step -> step.act() == RecoveryStepKind.EVIDENCE_RECORDED)
                                .map(RecoveryStep::by))
                .anyMatch(operator::equals);
    }

    private @Nullable UserId namedAddress() {
        return address == null ? null : addressBy == null ? steps.getFirst().by() : addressBy;
    }

    /** Ends the case without a new owner. */
    RecoveryCase dismiss(String note, UserId by, Instant now, Duration retention) {
        requireState(RecoveryCaseState.OPEN, RecoveryCaseState.AWAITING_CREDENTIALS);
        return with(
                        RecoveryCaseState.DISMISSED,
                        address,
                        new RecoveryStep(RecoveryStepKind.DISMISSED, by, now, note),
                        null)
                .ended(now.plus(retention));
    }

    /** Requests that the link is mailed again. */
    RecoveryCase requestLink(UserId by, Instant now) {
        requireState(RecoveryCaseState.AWAITING_CREDENTIALS);
        if (steps.size() >= MOST_STEPS) {
            throw new TooManyRecoverySteps(MOST_STEPS);
        }
        return with(
                RecoveryCaseState.CREDENTIALS_REMOVED,
                address,
                new RecoveryStep(RecoveryStepKind.LINK_WANTED, by, now, null),
                now);
    }

    RecoveryCase credentialsRemoved(Instant now) {
        return with(
                RecoveryCaseState.CREDENTIALS_REMOVED,
                address,
                new RecoveryStep(RecoveryStepKind.CREDENTIALS_REMOVED, null, now, null),
                now);
    }

    RecoveryCase addressTaken(Instant now) {
        return with(
                RecoveryCaseState.OPEN, null, new RecoveryStep(RecoveryStepKind.ADDRESS_TAKEN, null, now, null), null);
    }

    RecoveryCase linkSent(Instant now) {
        return with(
                RecoveryCaseState.AWAITING_CREDENTIALS,
                address,
                new RecoveryStep(RecoveryStepKind.LINK_SENT, null, now, null),
                now);
    }

    RecoveryCase completed(Instant now, Duration retention) {
        return with(
                        RecoveryCaseState.COMPLETED,
                        address,
                        new RecoveryStep(RecoveryStepKind.COMPLETED, null, now, null),
                        null)
                .ended(now.plus(retention));
    }

    /** Schedules the next attempt after the directory failed. */
    RecoveryCase failed(Instant now) {
        int failures = attempts + 1;
        return due(failures, now.plus(BACKOFF.pauseAfter(failures)));
    }

    /** Schedules the next check for new credentials. */
    RecoveryCase stillWaiting(Instant now) {
        return due(0, now.plus(LOOKS_AGAIN));
    }

    private RecoveryCase due(int failures, Instant next) {
        return new RecoveryCase(
                id, userId, openFor, state, report, before, address, addressBy, steps, failures, next, deleteAt, lock);
    }

    /** Returns who confirmed the case last; the account is reactivated in their name. */
    UserId confirmedBy() {
        return steps.reversed().stream()
                .filter(step -> step.act() == RecoveryStepKind.CONFIRMED)
                .map(RecoveryStep::by)
                .findFirst()
                .orElseThrow();
    }

    /** The ETag. */
    long revision() {
        return steps.size();
    }

    private void requireState(RecoveryCaseState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new RecoveryStepNotAllowed(state);
        }
    }

    private RecoveryCase with(
            RecoveryCaseState next, @Nullable String newAddress, RecoveryStep step, @Nullable Instant newDue) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new RecoveryCase(
                id, userId, openFor, next, report, before, newAddress, addressBy, more, 0, newDue, deleteAt, lock);
    }

    private RecoveryCase addressBy(UserId operator) {
        return new RecoveryCase(
                id, userId, openFor, state, report, before, address, operator, steps, attempts, due, deleteAt, lock);
    }

    private RecoveryCase ended(Instant drop) {
        return new RecoveryCase(
                id, userId, null, state, report, before, address, addressBy, steps, 0, null, drop, lock);
    }
}
