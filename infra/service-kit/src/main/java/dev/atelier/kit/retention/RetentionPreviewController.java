package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells in advance how many items a shorter retention period would delete. */
@RestController
class RetentionPreviewController {
    private static final int MAX_DAYS = 3650;

    private final List<DataExpiry> kinds;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final Clock clock;

    RetentionPreviewController(List<DataExpiry> kinds, WorkspaceAuthorization workspaceAuthorization, Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.workspaceAuthorization = workspaceAuthorization;
        this.clock = clock;
    }

    /** Counts the items of a kind that are older than a number of days (1 to 3,650); for the manager. */
    @GetMapping("/internal/workspaces/{workspaceId}/retention-preview")
    ExpirableCountResponse count(
            @PathVariable WorkspaceId workspaceId, @RequestParam String kind, @RequestParam int days, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        if (days < 1 || days > MAX_DAYS) {
            throw InvalidInput.of("days", "must be 1 to " + MAX_DAYS);
        }
        var known = kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
        return new ExpirableCountResponse(
                known.orElseThrow(() -> InvalidInput.of("kind", "must be a kind of things kept here"))
                        .count(workspaceId, clock.instant().minus(Duration.ofDays(days))));
    }

    record ExpirableCountResponse(long count) {}
}
