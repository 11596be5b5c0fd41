package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import java.time.Instant;

/** A project as its readers see it; {@code participants} counts them. */
record ProjectView(ProjectId id, String name, int participants, UserId createdBy, Instant createdAt, long version) {
    static ProjectView of(Project project) {
        return new ProjectView(
                project.id(),
                project.name(),
                project.participants().size(),
                project.createdBy(),
                project.createdAt(),
                project.version());
    }
}
