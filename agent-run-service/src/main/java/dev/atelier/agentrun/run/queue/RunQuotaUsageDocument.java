package dev.atelier.agentrun.run.queue;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Number of runs that a workspace with a limit has started in a month.
 *
 * @param id consists of the workspace's id and the month
 * @param month {@code 2026-11}, UTC
 */
@Document("monthsOfRuns")
@TypeAlias("month-of-runs")
@CompoundIndex(name = "of-a-month", def = "{workspaceId: 1, month: 1}")
record RunQuotaUsageDocument(
        @Id @NotPersonal("an id and a month") String id,
        WorkspaceId workspaceId,
        @NotPersonal("a month") String month,
        long runs)
        implements WorkspaceOwned {}
