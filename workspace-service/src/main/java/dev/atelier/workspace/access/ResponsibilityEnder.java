package dev.atelier.workspace.access;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.workspace.membership.MembershipEndListener;
import org.springframework.stereotype.Component;

/** What acts for a member is suspended with the end of the membership. */
@Component
class ResponsibilityEnder implements MembershipEndListener {
    private final ResponsibilityService responsibilityService;

    ResponsibilityEnder(ResponsibilityService responsibilityService) {
        this.responsibilityService = responsibilityService;
    }

    @Override
    public void ended(WorkspaceId workspace, UserId member, UserId by) {
        responsibilityService.membershipEnded(workspace, member);
    }
}
