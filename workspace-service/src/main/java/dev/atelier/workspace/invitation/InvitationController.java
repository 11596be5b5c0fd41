package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.usage.LimitReporter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/invitations")
class InvitationController {
    private final InvitationService invitationService;
    private final IdempotentRequestExecutor idempotentRequestExecutor;
    private final LimitReporter limitReporter;
    private final Clock clock;

    InvitationController(
            InvitationService invitationService,
            IdempotentRequestExecutor idempotentRequestExecutor,
            LimitReporter limitReporter,
            Clock clock) {
        this.limitReporter = limitReporter;
        this.invitationService = invitationService;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
        this.clock = clock;
    }

    /** Invites an e-mail address. */
    @RefusedWhenSuspended
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationResponse invite(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody CreateInvitationRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        invitationService.requireManager(workspaceId, caller.userId());
        return limitReporter.callAndReport(() -> idempotentRequestExecutor.execute(
                key,
                body,
                InvitationResponse.class,
                () -> view(invitationService.invite(
                        workspaceId, EmailAddress.read("email", body.email()), caller.userId()))));
    }

    /** Lists the open invitations. */
    @GetMapping
    CursorPage<InvitationResponse> open(@PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        return CursorPage.of(
                        invitationService.listOpen(workspaceId, page, caller.userId()),
                        page,
                        last -> PageCursorCodec.of(last.id()))
                .map(this::view);
    }

    /** Sends the mail again with a new link; earlier links become invalid. */
    @PostMapping("/{invitationId}/resend")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone")
    InvitationResponse resend(
            @PathVariable WorkspaceId workspaceId, @PathVariable InvitationId invitationId, Caller caller) {
        return view(invitationService.resend(workspaceId, invitationId, caller.userId()));
    }

    /** Revokes an invitation. */
    @DeleteMapping("/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "The link is no longer valid")
    @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone")
    void revoke(@PathVariable WorkspaceId workspaceId, @PathVariable InvitationId invitationId, Caller caller) {
        invitationService.revoke(workspaceId, invitationId, caller.userId());
    }

    private InvitationResponse view(Invitation invitation) {
        return InvitationResponse.of(invitation, clock.instant());
    }

    /**
     * The address to invite.
     *
     * @param email up to 254 characters. Source: RFC 5321, section 4.5.3.1.3
     */
    record CreateInvitationRequest(
            @NotNull(message = "must be given") @ValidEmailAddress
            String email) {}
}
