package dev.atelier.workspace.invitation;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceSuspended;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.plan.UsageCounter;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Limits how many invitations a workspace and a person make, because each is a mail to somebody who did not ask for it.
 * Each invitation also writes the workspace document and a guard document of the person, so that two concurrent ones
 * cannot both commit.
 */
@Component
class InvitationLimits implements UsageCounter {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** How many of a person's memberships are examined, beginning with the oldest workspaces. */
    private static final int OLDEST = 20;

    private final InvitationRepository documents;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final InvitationSettings settings;
    private final LimitGuard guard;

    InvitationLimits(
            InvitationRepository documents,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            InvitationSettings settings,
            LimitGuard guard) {
        this.documents = documents;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public PlanLimitKind of() {
        return PlanLimitKind.SEATS;
    }

    @Override
    public long used(WorkspaceId workspace) {
        return membershipStore.count(workspace) + countOpen(workspace);
    }

    /**
     * Checks that a seat is free for an invited person, in the running transaction. If the number of seats became
     * smaller after the invitation, only as many people are admitted as there are seats.
     *
     * @throws SeatLimitReached if members occupy all seats
     * @throws WorkspaceSuspended if the workspace is suspended
     */
    void requireSeat(WorkspaceId workspace) {
        workspaceStore.plan(workspace).requireNotSuspended();
        long members = membershipStore.count(workspace);
        if (members >= seats(workspace)) {
            throw new SeatLimitReached(workspace, seats(workspace), members);
        }
    }

    /** Returns the seats of the plan, at most the maximum of this installation. */
    private long seats(WorkspaceId workspace) {
        var limit = workspaceStore.plan(workspace).limit(PlanLimitKind.SEATS);
        return limit == null ? settings.seats() : Math.min(limit, settings.seats());
    }

    private long countOpen(WorkspaceId workspace) {
        return documents.countByWorkspaceIdAndState(workspace, Invitation.InvitationState.OPEN);
    }

    /**
     * Checks that one more invitation is allowed, in the running transaction.
     *
     * @throws WorkspaceSuspended if the workspace is suspended
     * @throws SeatLimitReached if members and open invitations occupy all seats
     * @throws TooManyOpenInvitations if the limit of open invitations is reached
     * @throws TooManyInvitations if the hourly limit of the workspace or the person, or the daily limit of a new
     *     account, is reached
     */
    void requireWithinLimits(WorkspaceId workspace, UserId by, Instant now) {
        var remainingInvitations = remaining(workspace, by, now);
        if (remainingInvitations.left() < 1) {
            throw remainingInvitations.refusal().get();
        }
    }

    /** Returns how many more invitations are allowed, in the running transaction. */
    RemainingInvitations remaining(WorkspaceId workspace, UserId by, Instant now) {
        guard.write("invitations", by);
        workspaceStore.plan(workspace).requireNotSuspended();
        long open = countOpen(workspace);
        long taken = membershipStore.count(workspace) + open;
        long seats = seats(workspace);
        var begin = now.minus(WINDOW);
        return Stream.of(
                        new RemainingInvitations(seats - taken, () -> new SeatLimitReached(workspace, seats, taken)),
                        new RemainingInvitations(
                                settings.open() - open, () -> new TooManyOpenInvitations(settings.open())),
                        new RemainingInvitations(
                                settings.perHour() - documents.countByWorkspaceIdAndCreatedAtAfter(workspace, begin),
                                () -> workspaceRefusal(workspace, begin)),
                        remainingForNewAccount(by, now),
                        new RemainingInvitations(
                                settings.perPersonAndHour() - documents.countByInvitedByAndCreatedAtAfter(by, begin),
                                () -> personRefusal(by, begin)))
                .min(Comparator.comparingLong(RemainingInvitations::left))
                .orElseThrow();
    }

    /** The limit of new accounts ends after a time in a workspace, because such accounts rarely send unwanted mail. */
    private RemainingInvitations remainingForNewAccount(UserId by, Instant now) {
        var first = membershipStore.findPage(by, null, OLDEST).stream()
                .map(Membership::since)
                .min(Comparator.naturalOrder())
                .orElse(now);
        if (!first.isAfter(now.minus(settings.newAccountAge()))) {
            return new RemainingInvitations(Long.MAX_VALUE, () -> TooManyInvitations.ofNewAccount(settings, DAY));
        }
        var begin = now.minus(DAY);
        return new RemainingInvitations(
                settings.newAccountPerDay() - documents.countByInvitedByAndCreatedAtAfter(by, begin),
                () -> TooManyInvitations.ofNewAccount(
                        settings,
                        documents
                                .findFirstByInvitedByAndCreatedAtAfterOrderByCreatedAt(by, begin)
                                .map(one -> Duration.between(begin, one.createdAt()))
                                .orElse(DAY)));
    }

    private Refusal workspaceRefusal(WorkspaceId workspace, Instant begin) {
        return TooManyInvitations.ofWorkspace(
                settings.perHour(),
                timeUntilFree(
                        documents.findFirstByWorkspaceIdAndCreatedAtAfterOrderByCreatedAt(workspace, begin), begin));
    }

    private Refusal personRefusal(UserId by, Instant begin) {
        return TooManyInvitations.ofPerson(
                settings.perPersonAndHour(),
                timeUntilFree(documents.findFirstByInvitedByAndCreatedAtAfterOrderByCreatedAt(by, begin), begin));
    }

    private static Duration timeUntilFree(Optional<Invitation> oldest, Instant begin) {
        return oldest.map(one -> Duration.between(begin, one.createdAt())).orElse(WINDOW);
    }

    /**
     * How many more invitations are allowed.
     *
     * @param left how many
     * @param refusal the refusal of the next one after them
     */
    record RemainingInvitations(long left, Supplier<Refusal> refusal) {}
}
