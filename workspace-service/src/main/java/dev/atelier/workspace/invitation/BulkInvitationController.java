package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.invitation.BulkInvitationService.BulkInvitationOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BulkInvitationController {
    private static final int AT_ONCE = 100;

    private final BulkInvitationService lists;
    private final InvitationService invitationService;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    BulkInvitationController(
            BulkInvitationService lists,
            InvitationService invitationService,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.lists = lists;
        this.invitationService = invitationService;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /**
     * Invites up to 1,000 addresses, a hundred in a transaction, and returns a result for each. An address that occurs
     * more than once is invited once. After an interruption, a request with the same key continues where it stopped.
     */
    @RefusedWhenSuspended
    @PostMapping("/api/workspaces/{workspaceId}/invitations/bulk")
    BulkInvitationResponse invite(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody CreateInvitationsRequest body,
            IdempotencyKey key,
            Caller caller) {
        invitationService.requireManager(workspaceId, caller.userId());
        var distinct = new LinkedHashMap<String, String>();
        body.emails().forEach(email -> distinct.putIfAbsent(BulkInvitationService.normalize(email), email));
        var emails = List.copyOf(distinct.values());
        var results = new HashMap<String, BulkInvitationResult>();
        for (int from = 0; from < emails.size(); from += AT_ONCE) {
            var some = emails.subList(from, Math.min(emails.size(), from + AT_ONCE));
            var part = idempotentRequestExecutor.execute(
                    keyOfPart(key, from),
                    body,
                    BulkInvitationResponse.class,
                    () -> BulkInvitationResponse.of(lists.invite(workspaceId, some, caller.userId())));
            part.items().forEach(result -> results.put(BulkInvitationService.normalize(result.email()), result));
        }
        var all = new ArrayList<BulkInvitationResult>();
        body.emails()
                .forEach(email -> all.add(Objects.requireNonNull(results.get(BulkInvitationService.normalize(email)))
                        .of(email)));
        return new BulkInvitationResponse(all);
    }

    private static IdempotencyKey keyOfPart(IdempotencyKey key, int from) {
        var name = (key.value() + " " + from).getBytes(StandardCharsets.UTF_8);
        return new IdempotencyKey(key.scope(), UUID.nameUUIDFromBytes(name).toString());
    }

    /**
     * The addresses to invite.
     *
     * @param emails 1 to 1,000
     */
    record CreateInvitationsRequest(
            @NotEmpty @Size(max = 1_000) List<@NotNull @Size(max = 254) String> emails) {}

    /** One result for each address, in the order of the list. */
    record BulkInvitationResponse(List<BulkInvitationResult> items) {
        static BulkInvitationResponse of(List<BulkInvitationOutcome> outcomes) {
            return new BulkInvitationResponse(
                    outcomes.stream().map(BulkInvitationResult::of).toList());
        }
    }

    /**
     * The result for one address.
     *
     * @param invitationId the id of the new invitation; null if there is none
     * @param problem the problem type that inviting this address alone would return; null if there is an invitation
     * @param detail the problem as a sentence
     */
    record BulkInvitationResult(
            String email,
            @Nullable InvitationId invitationId,
            @Nullable String problem,
            @Nullable String detail) {
        static BulkInvitationResult of(BulkInvitationOutcome outcome) {
            var made = outcome.invitation();
            var refusal = outcome.refusal();
            return new BulkInvitationResult(
                    outcome.email(),
                    made == null ? null : made.id(),
                    refusal == null ? null : "urn:atelier:problem:" + refusal.fact(),
                    refusal == null ? null : refusal.sentence());
        }

        BulkInvitationResult of(String asTyped) {
            return new BulkInvitationResult(asTyped, invitationId, problem, detail);
        }
    }
}
