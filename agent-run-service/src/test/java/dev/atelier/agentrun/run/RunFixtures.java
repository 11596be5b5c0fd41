package dev.atelier.agentrun.run;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs as test fixtures. */
public final class RunFixtures {
    /** Start time of the runs in these tests. */
    public static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");

    private RunFixtures() {}

    public static Run queued() {
        return queued(BEGIN, null);
    }

    /** Returns a run that was started at that time by a person in that time zone. */
    public static Run queued(Instant begin, @Nullable String timeZone) {
        var runRequest = new RunRequest(
                AgentId.next(),
                3,
                "Weekly status",
                new ProjectId(UuidV7.next()),
                new UserId(UuidV7.next()),
                timeZone,
                "How does it stand?",
                true);
        return Run.queued(RunId.next(), new WorkspaceId(UuidV7.next()), runRequest, 1.0, begin);
    }
}
