package dev.atelier.workspace.access;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.workspace.membership.MembershipEndListener;
import org.springframework.stereotype.Component;

/** Suspends what a member is responsible for when the membership ends. */
@Component
class ResponsibilityEnder implements MembershipEndListener {
    private final ResponsibilityService responsibilityService;

    ResponsibilityEnder(ResponsibilityService responsibilityService) {
        this.responsibilityService = responsibilityService;
    }

    @Override
    public void ended(WorkspaceId workspace, UserId member, UserId by) {
        responsibilityService.suspendForEndedMembership(workspace, member);
    }
}
