package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.MayBeSuspended;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.usage.Reaching;
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
@RequestMapping("/api/workspaces/{w}/invitations")
class InvitationController {
    private final Invitations invitations;
    private final Idempotency idempotency;
    private final Reaching reaching;
    private final Clock clock;

    InvitationController(Invitations invitations, Idempotency idempotency, Reaching reaching, Clock clock) {
        this.reaching = reaching;
        this.invitations = invitations;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @MayBeSuspended
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView invite(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody NewInvitation body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        invitations.demandManager(w, caller.userId());
        return reaching.watch(() -> idempotency.answer(
                key,
                body,
                InvitationView.class,
                () -> view(invitations.invite(w, EmailAddress.read("email", body.email()), caller.userId()))));
    }

    @GetMapping
    Page<InvitationView> open(@PathVariable WorkspaceId w, PageRequest page, Caller caller) {
        return Page.of(invitations.open(w, page, caller.userId()), page, last -> Cursors.of(last.id()))
                .map(this::view);
    }

    /** Sends the mail again, with a new link; earlier links end. */
    @PostMapping("/{id}/resending")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone")
    InvitationView resend(@PathVariable WorkspaceId w, @PathVariable InvitationId id, Caller caller) {
        return view(invitations.resend(w, id, caller.userId()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "The link opens nothing any more")
    @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone")
    void revoke(@PathVariable WorkspaceId w, @PathVariable InvitationId id, Caller caller) {
        invitations.revoke(w, id, caller.userId());
    }

    private InvitationView view(Invitation invitation) {
        return InvitationView.of(invitation, clock.instant());
    }

    /**
     * Whom to invite.
     *
     * @param email up to 254 characters. Source: RFC 5321, section 4.5.3.1.3
     */
    record NewInvitation(
            @NotNull(message = "must be given") @ValidEmailAddress
            String email) {}
}
