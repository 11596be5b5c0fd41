package dev.atelier.workspace.invitation;

import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How much a workspace may invite: every invitation is a mail to somebody who did not ask for it. Exact, as each
 * invitation also writes the workspace's document: two at once do not both commit.
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
     * @throws TooManyInvitations where as many were made within the last hour as may be
     */
    void demandRoom(WorkspaceId workspace, Instant now) {
        if (documents.countByWorkspaceIdAndState(workspace, Invitation.State.OPEN) >= settings.open()) {
            throw new TooManyOpenInvitations(settings.open());
        }
        var begin = now.minus(WINDOW);
        if (documents.countByWorkspaceIdAndCreatedAtAfter(workspace, begin) >= settings.perHour()) {
            var wait = documents
                    .findFirstByWorkspaceIdAndCreatedAtAfterOrderByCreatedAt(workspace, begin)
                    .map(oldest -> Duration.between(begin, oldest.createdAt()))
                    .orElse(WINDOW);
            throw new TooManyInvitations(settings.perHour(), wait);
        }
    }
}
