package dev.atelier.kit.responsibility;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.CallingService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Internal API for workspace-service, which shows the list to a successor, and for notification-service, which mails
 * it to the manager.
 */
@RestController
class ResponsibilityController {
    private final ResponsibilityService responsibilityService;

    ResponsibilityController(ResponsibilityService responsibilityService) {
        this.responsibilityService = responsibilityService;
    }

    /** Lists what a member is, or was last, responsible for in a workspace. */
    @GetMapping("/internal/workspaces/{workspaceId}/responsibilities")
    ResponsibilityList all(@PathVariable WorkspaceId workspaceId, @RequestParam UserId member, CallingService service) {
        service.requireAnyOf("workspace-service", "notification-service");
        return responsibilityService.listFor(workspaceId, member);
    }
}
