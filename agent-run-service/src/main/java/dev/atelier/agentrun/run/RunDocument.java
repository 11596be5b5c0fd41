package dev.atelier.agentrun.run;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A run as stored in MongoDB. */
@Document("runs")
@TypeAlias("run")
@CompoundIndex(name = "claims", def = "{state: 1, turn: 1, _id: 1}")
@CompoundIndex(name = "workers", def = "{worker: 1}", sparse = true)
@CompoundIndex(name = "lists", def = "{workspaceId: 1, _id: -1}")
@CompoundIndex(name = "starters", def = "{workspaceId: 1, 'order.startedBy': 1, state: 1}")
@CompoundIndex(name = "projects", def = "{workspaceId: 1, 'order.projectId': 1, state: 1}")
@CompoundIndex(name = "people", def = "{'order.startedBy': 1, state: 1}")
@CompoundIndex(
        name = "ended",
        def = "{workspaceId: 1, 'ending.at': 1}",
        partialFilter = "{'ending.at': {$exists: true}}")
record RunDocument(
        @Id RunId id,
        WorkspaceId workspaceId,
        RunRequest order,
        Instant createdAt,
        RunState state,
        double turn,
        @Nullable Instant notBefore,
        @Nullable UUID worker,
        @Nullable Instant startedAt,
        @Nullable RunOutcome ending,
        long eventCount,
        @Version @Nullable Long version)
        implements WorkspaceOwned {
    static RunDocument of(Run run) {
        return new RunDocument(
                run.id(),
                run.workspaceId(),
                run.order(),
                run.createdAt(),
                run.state(),
                run.turn(),
                run.notBefore(),
                run.worker(),
                run.startedAt(),
                run.ending(),
                run.eventCount(),
                run.version());
    }

    Run run() {
        return new Run(
                id,
                workspaceId,
                order,
                createdAt,
                state,
                turn,
                notBefore,
                worker,
                startedAt,
                ending,
                eventCount,
                version);
    }
}
