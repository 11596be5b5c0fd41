package dev.atelier.workspace.usage;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How many runs were started in a workspace in a month.
 *
 * @param id the id of the workspace and the month
 * @param month for example {@code 2026-11}, UTC
 */
@Document("startedRuns")
@TypeAlias("started-runs")
@CompoundIndex(name = "of-a-month", def = "{workspaceId: 1, month: 1}")
record MonthlyRunCountDocument(
        @Id @NotPersonal("an id and a month") String id,
        WorkspaceId workspaceId,
        @NotPersonal("a month") String month,
        long runs)
        implements WorkspaceOwned {}
