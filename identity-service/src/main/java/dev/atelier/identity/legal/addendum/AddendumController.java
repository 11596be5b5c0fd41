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

/** The data processing addendum of a workspace; for its manager alone. */
@RestController
@RequestMapping("/api/workspaces/{w}/data-processing-addendum")
class AddendumController {
    private final AddendumService addendumService;

    AddendumController(AddendumService addendumService) {
        this.addendumService = addendumService;
    }

    @GetMapping
    AddendumResponse read(@PathVariable WorkspaceId w, Caller caller) {
        return addendumService.read(w, caller.userId());
    }

    /** Accepts the version in force or the one that takes its place, for the workspace; 409 where there is another one by now. */
    @PostMapping("/acceptance")
    AddendumResponse accept(
            @PathVariable WorkspaceId w, @Valid @RequestBody AcknowledgeLegalVersionRequest body, Caller caller) {
        return addendumService.accept(w, body.number(), caller.userId());
    }

    /**
     * How the workspace stands to it.
     *
     * @param inForce null where there is none
     * @param upcoming what takes its place; null where nothing does yet
     * @param accepted the newest version that was accepted; null where there is none
     * @param acceptedBy who was the manager then
     */
    record AddendumResponse(
            @Nullable LegalVersionResponse inForce,
            @Nullable LegalVersionResponse upcoming,
            @Nullable Integer accepted,
            @Nullable UserId acceptedBy,
            @Nullable Instant acceptedAt) {}
}
