package dev.atelier.agentrun.run;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a workspace's runs, newest first.
 *
 * @param projects the projects that the person may see; null when they may see all
 * @param before the run after which the page starts
 */
public record RunFilter(
        @Nullable Set<ProjectId> projects,
        @Nullable ProjectId project,
        @Nullable AgentId agent,
        @Nullable RunState state,
        @Nullable RunId before) {}
