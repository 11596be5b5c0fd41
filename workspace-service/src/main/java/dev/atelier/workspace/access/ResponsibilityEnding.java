package dev.atelier.workspace.access;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.workspace.membership.MembershipEnding;
import org.springframework.stereotype.Component;

/** What acts for a member is suspended with the end of the membership. */
@Component
class ResponsibilityEnding implements MembershipEnding {
    private final Responsibilities responsibilities;

    ResponsibilityEnding(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    @Override
    public void ended(WorkspaceId workspace, UserId member, UserId by) {
        responsibilities.membershipEnded(workspace, member);
    }
}
