package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/management-offer")
class ManagementOfferController {
    private final HandOverManagement handOverManagement;
    private final ListResponsibilities listResponsibilities;

    ManagementOfferController(HandOverManagement handOverManagement, ListResponsibilities listResponsibilities) {
        this.handOverManagement = handOverManagement;
        this.listResponsibilities = listResponsibilities;
    }

    /** Offers the management of the workspace to a member. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(@PathVariable WorkspaceId workspaceId, @Valid @RequestBody OfferManagementRequest body, Caller caller) {
        handOverManagement.offer(workspaceId, body.userId(), caller.userId());
    }

    /** The manager withdraws the offer, or the member it was made to declines it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable WorkspaceId workspaceId, Caller caller) {
        handOverManagement.withdraw(workspaceId, caller.userId());
    }

    /**
     * Lists what the manager is responsible for: service accounts, webhook endpoints, integrations and model
     * connections, grouped by kind, oldest first, at most 500 of each service. For the manager and the member whom the
     * management is offered to. Requested from the other services at that moment; 503 names the {@code service} that
     * does not answer.
     */
    @GetMapping("/responsibilities")
    ResponsibilityList responsibilities(@PathVariable WorkspaceId workspaceId, Caller caller) {
        return listResponsibilities.ofManager(workspaceId, caller.userId());
    }

    /**
     * Makes the member whom the management is offered to the manager. With {@code takeOver} they also become
     * responsible for what the previous manager was responsible for. Without it the previous manager stays responsible
     * while they are a member; afterwards these things are suspended.
     */
    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            @PathVariable WorkspaceId workspaceId,
            @Nullable @RequestBody(required = false) AcceptManagementRequest body,
            Caller caller) {
        handOverManagement.accept(workspaceId, caller.userId(), body != null && Boolean.TRUE.equals(body.takeOver()));
    }

    /**
     * Accepts the management.
     *
     * @param takeOver whether to take over everything that the previous manager is responsible for; false if missing
     */
    record AcceptManagementRequest(@Nullable Boolean takeOver) {}

    record OfferManagementRequest(@NotNull UserId userId) {}
}
