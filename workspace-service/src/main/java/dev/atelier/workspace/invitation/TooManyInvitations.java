package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/**
 * The workspace, or the person in all their workspaces, has reached the hourly limit of invitations, or a new account
 * its daily limit.
 */
@ProblemType("too-many-invitations")
final class TooManyInvitations extends Refusal {
    private static final long serialVersionUID = 1;

    private TooManyInvitations(String detail, int limit, Duration wait) {
        super(RefusalReason.LIMITED, detail, Map.of("limit", limit), wait);
    }

    static TooManyInvitations ofWorkspace(int limit, Duration wait) {
        return new TooManyInvitations(
                "This workspace has invited many people within an hour. Wait a while.", limit, wait);
    }

    static TooManyInvitations ofNewAccount(InvitationSettings settings, Duration wait) {
        return new TooManyInvitations(
                "Within the first " + settings.newAccountAge().toDays() + " days an account may invite "
                        + settings.newAccountPerDay() + " people a day. Wait a while.",
                settings.newAccountPerDay(),
                wait);
    }

    static TooManyInvitations ofPerson(int limit, Duration wait) {
        return new TooManyInvitations("You have invited many people within an hour. Wait a while.", limit, wait);
    }
}
