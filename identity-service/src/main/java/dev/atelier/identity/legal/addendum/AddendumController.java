package dev.atelier.identity.legal.addendum;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.legal.version.AcknowledgeLegalVersionRequest;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import dev.atelier.kit.security.Caller;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data processing addendum of a workspace; for its manager only. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/data-processing-addendum")
class AddendumController {
    private final AddendumService addendumService;

    AddendumController(AddendumService addendumService) {
        this.addendumService = addendumService;
    }

    /** Returns the data processing addendum of the workspace and whether it is accepted. */
    @GetMapping
    AddendumResponse read(@PathVariable WorkspaceId workspaceId, Caller caller) {
        return addendumService.read(workspaceId, caller.userId());
    }

    /** Accepts the current or the upcoming version for the workspace; 409 where a newer one exists. */
    @PostMapping("/accept")
    AddendumResponse accept(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody AcknowledgeLegalVersionRequest body,
            Caller caller) {
        return addendumService.accept(workspaceId, body.number(), caller.userId());
    }

    /**
     * The addendum's state in a workspace.
     *
     * @param inForce null where no version is in force
     * @param upcoming the version that will replace it; null where there is none
     * @param acceptedVersion the newest accepted version; null where there is none
     * @param acceptedBy the manager who accepted it
     */
    record AddendumResponse(
            @Nullable LegalVersionResponse inForce,
            @Nullable LegalVersionResponse upcoming,
            @Nullable Integer acceptedVersion,
            @Nullable UserId acceptedBy,
            @Nullable Instant acceptedAt) {}
}
