package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says beforehand what a shorter retention would delete. */
@RestController
class ExpiringController {
    private static final int MAX_DAYS = 3650;

    private final List<Expiring> kinds;
    private final Access access;
    private final Clock clock;

    ExpiringController(List<Expiring> kinds, Access access, Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.access = access;
        this.clock = clock;
    }

    /** How many of a kind are older than so many days (1 to 3,650); for the manager. */
    @GetMapping("/internal/workspaces/{w}/expiring")
    Count count(@PathVariable WorkspaceId w, @RequestParam String kind, @RequestParam int days, Caller caller) {
        access.manager(w, caller.userId());
        if (days < 1 || days > MAX_DAYS) {
            throw InvalidInput.of("days", "must be 1 to " + MAX_DAYS);
        }
        var known = kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
        return new Count(known.orElseThrow(() -> InvalidInput.of("kind", "must be a kind of things kept here"))
                .count(w, clock.instant().minus(Duration.ofDays(days))));
    }

    record Count(long count) {}
}
