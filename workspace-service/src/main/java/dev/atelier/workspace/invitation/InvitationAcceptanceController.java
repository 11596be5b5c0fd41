package dev.atelier.workspace.invitation;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.usage.LimitReporter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvitationAcceptanceController {
    private final AcceptInvitation acceptInvitation;
    private final LimitReporter limitReporter;

    InvitationAcceptanceController(AcceptInvitation acceptInvitation, LimitReporter limitReporter) {
        this.limitReporter = limitReporter;
        this.acceptInvitation = acceptInvitation;
    }

    /** Makes the caller a member. The invitation must be for their own verified address. */
    @RefusedWhenSuspended
    @PostMapping("/api/invitations/accept")
    @ApiResponse(responseCode = "200", description = "The caller is a member now")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(
            responseCode = "410",
            description = "The invitation was accepted, revoked or sent again, or has expired.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    AcceptedInvitationResponse accept(@Valid @RequestBody AcceptInvitationRequest body, Caller caller) {
        return new AcceptedInvitationResponse(
                limitReporter.callAndReport(() -> acceptInvitation.accept(body.token(), caller.userId())));
    }

    /** The token from the link in the mail. */
    record AcceptInvitationRequest(
            @NotBlank @Size(max = 500) String token) {}

    /** The workspace that the caller is now a member of. */
    record AcceptedInvitationResponse(WorkspaceId workspaceId) {}
}
