package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import java.time.Instant;

/**
 * A project as its readers see it.
 *
 * @param participants how many take part; those whose membership ended a moment ago count until they are taken off
 * @param version for {@code If-Match}; another name raises it, participants do not
 */
record ProjectResponse(ProjectId id, String name, int participants, UserId createdBy, Instant createdAt, long version) {
    static ProjectResponse of(Project project) {
        return new ProjectResponse(
                project.id(),
                project.name(),
                project.participants().size(),
                project.createdBy(),
                project.createdAt(),
                project.shownVersion());
    }
}
