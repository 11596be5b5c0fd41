package dev.atelier.workspace.invitation;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AcceptanceController {
    private final Acceptance acceptance;

    AcceptanceController(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @PostMapping("/api/invitations/acceptance")
    Accepted accept(@Valid @RequestBody Link body, Caller caller) {
        return new Accepted(acceptance.accept(body.token(), caller.userId()));
    }

    /** The token of the mail's link. */
    record Link(@NotBlank @Size(max = 500) String token) {}

    /** Where the person is a member now. */
    record Accepted(WorkspaceId workspaceId) {}
}
