package dev.atelier.workspace.invitation;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How much a workspace and a person may invite: every invitation is a mail to somebody who did not ask for it. Exact for
 * a workspace, as each invitation also writes the workspace's document: two at once do not both commit.
 */
@Component
class InvitationRates {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final InvitationDocuments documents;
    private final InvitationSettings settings;

    InvitationRates(InvitationDocuments documents, InvitationSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * Passes while one more may be made, in the running transaction.
     *
     * @throws TooManyOpenInvitations where as many wait for an answer as may
     * @throws TooManyInvitations where as many were made within the last hour as may be, here or by this person
     */
    void demandRoom(WorkspaceId workspace, UserId by, Instant now) {
        if (documents.countByWorkspaceIdAndState(workspace, Invitation.State.OPEN) >= settings.open()) {
            throw new TooManyOpenInvitations(settings.open());
        }
        var begin = now.minus(WINDOW);
        if (documents.countByWorkspaceIdAndCreatedAtAfter(workspace, begin) >= settings.perHour()) {
            throw TooManyInvitations.ofAWorkspace(
                    settings.perHour(),
                    wait(documents.findFirstByWorkspaceIdAndCreatedAtAfterOrderByCreatedAt(workspace, begin), begin));
        }
        if (documents.countByInvitedByAndCreatedAtAfter(by, begin) >= settings.perPersonAndHour()) {
            throw TooManyInvitations.ofAPerson(
                    settings.perPersonAndHour(),
                    wait(documents.findFirstByInvitedByAndCreatedAtAfterOrderByCreatedAt(by, begin), begin));
        }
    }

    private static Duration wait(Optional<Invitation> oldest, Instant begin) {
        return oldest.map(one -> Duration.between(begin, one.createdAt())).orElse(WINDOW);
    }
}
