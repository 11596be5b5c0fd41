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
@RequestMapping("/api/workspaces/{w}/management-offer")
class ManagementOfferController {
    private final HandOverManagement handOverManagement;
    private final ListResponsibilities listResponsibilities;

    ManagementOfferController(HandOverManagement handOverManagement, ListResponsibilities listResponsibilities) {
        this.handOverManagement = handOverManagement;
        this.listResponsibilities = listResponsibilities;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(@PathVariable WorkspaceId w, @Valid @RequestBody OfferManagementRequest body, Caller caller) {
        handOverManagement.offer(w, body.to(), caller.userId());
    }

    /** The manager takes the offer back, or the one asked declines. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable WorkspaceId w, Caller caller) {
        handOverManagement.withdraw(w, caller.userId());
    }

    /**
     * What the manager is responsible for, for the manager and the one asked: service accounts, webhook endpoints, integrations and model
     * connections, by kinds, the oldest of each first, of each service 500 at most. Asked of the services that hold them at this moment; 503
     * names the {@code service} that does not answer.
     */
    @GetMapping("/responsibilities")
    ResponsibilityList responsibilities(@PathVariable WorkspaceId w, Caller caller) {
        return listResponsibilities.ofManager(w, caller.userId());
    }

    /**
     * The one asked manages from now on. With {@code takeOver} they are also responsible for what the manager until now was responsible for;
     * without it that stays so while the former manager is a member, and is suspended afterwards.
     */
    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            @PathVariable WorkspaceId w,
            @Nullable @RequestBody(required = false) AcceptManagementRequest body,
            Caller caller) {
        handOverManagement.accept(w, caller.userId(), body != null && Boolean.TRUE.equals(body.takeOver()));
    }

    /**
     * How the management is accepted.
     *
     * @param takeOver whether with all that the manager until now is responsible for; false where it is missing
     */
    record AcceptManagementRequest(@Nullable Boolean takeOver) {}

    record OfferManagementRequest(@NotNull UserId to) {}
}
