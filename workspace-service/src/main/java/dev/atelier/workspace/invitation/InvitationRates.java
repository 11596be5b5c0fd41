package dev.atelier.workspace.invitation;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.Refusal;
import dev.atelier.workspace.membership.Memberships;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How much a workspace and a person may invite: every invitation is a mail to somebody who did not ask for it. Exact for
 * a workspace, as each invitation also writes the workspace's document: two at once do not both commit.
 */
@Component
class InvitationRates {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final InvitationDocuments documents;
    private final Memberships memberships;
    private final InvitationSettings settings;

    InvitationRates(InvitationDocuments documents, Memberships memberships, InvitationSettings settings) {
        this.documents = documents;
        this.memberships = memberships;
        this.settings = settings;
    }

    /**
     * Passes while one more may be made, in the running transaction.
     *
     * @throws SeatLimitReached where members and open invitations have all seats
     * @throws TooManyOpenInvitations where as many wait for an answer as may
     * @throws TooManyInvitations where as many were made within the last hour as may be, here or by this person
     */
    void demandRoom(WorkspaceId workspace, UserId by, Instant now) {
        var room = room(workspace, by, now);
        if (room.left() < 1) {
            throw room.refusal().get();
        }
    }

    /** How many more may be made in the running transaction. */
    Room room(WorkspaceId workspace, UserId by, Instant now) {
        long open = documents.countByWorkspaceIdAndState(workspace, Invitation.State.OPEN);
        var begin = now.minus(WINDOW);
        return Stream.of(
                        new Room(
                                settings.seats() - memberships.count(workspace) - open,
                                () -> new SeatLimitReached(settings.seats())),
                        new Room(settings.open() - open, () -> new TooManyOpenInvitations(settings.open())),
                        new Room(
                                settings.perHour() - documents.countByWorkspaceIdAndCreatedAtAfter(workspace, begin),
                                () -> ofAWorkspace(workspace, begin)),
                        new Room(
                                settings.perPersonAndHour() - documents.countByInvitedByAndCreatedAtAfter(by, begin),
                                () -> ofAPerson(by, begin)))
                .min(Comparator.comparingLong(Room::left))
                .orElseThrow();
    }

    private Refusal ofAWorkspace(WorkspaceId workspace, Instant begin) {
        return TooManyInvitations.ofAWorkspace(
                settings.perHour(),
                wait(documents.findFirstByWorkspaceIdAndCreatedAtAfterOrderByCreatedAt(workspace, begin), begin));
    }

    private Refusal ofAPerson(UserId by, Instant begin) {
        return TooManyInvitations.ofAPerson(
                settings.perPersonAndHour(),
                wait(documents.findFirstByInvitedByAndCreatedAtAfterOrderByCreatedAt(by, begin), begin));
    }

    private static Duration wait(Optional<Invitation> oldest, Instant begin) {
        return oldest.map(one -> Duration.between(begin, one.createdAt())).orElse(WINDOW);
    }

    /**
     * What may still be made.
     *
     * @param left how many
     * @param refusal of the one after them
     */
    record Room(long left, Supplier<Refusal> refusal) {}
}
