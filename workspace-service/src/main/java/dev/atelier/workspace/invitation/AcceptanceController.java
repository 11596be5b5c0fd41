package dev.atelier.workspace.invitation;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.MayBeSuspended;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.usage.Reaching;
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
class AcceptanceController {
    private final Acceptance acceptance;
    private final Reaching reaching;

    AcceptanceController(Acceptance acceptance, Reaching reaching) {
        this.reaching = reaching;
        this.acceptance = acceptance;
    }

    /** Makes the caller a member; the invitation must be for their own verified address. */
    @MayBeSuspended
    @PostMapping("/api/invitations/acceptance")
    @ApiResponse(responseCode = "200", description = "A member now")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @ApiResponse(
            responseCode = "410",
            description = "The invitation was accepted, taken back, sent again, or has run out.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    Accepted accept(@Valid @RequestBody Link body, Caller caller) {
        return new Accepted(reaching.watch(() -> acceptance.accept(body.token(), caller.userId())));
    }

    /** The token of the mail's link. */
    record Link(@NotBlank @Size(max = 500) String token) {}

    /** Where the person is a member now. */
    record Accepted(WorkspaceId workspaceId) {}
}
