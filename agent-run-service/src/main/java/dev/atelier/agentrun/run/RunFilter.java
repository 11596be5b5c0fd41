package dev.atelier.agentrun.run;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a workspace are asked for, newest first.
 *
 * @param projects those the person may see; null where they may see all
 * @param before the run after which the page begins
 */
public record RunFilter(
        @Nullable Set<ProjectId> projects,
        @Nullable ProjectId project,
        @Nullable AgentId agent,
        @Nullable RunState state,
        @Nullable RunId before) {}
