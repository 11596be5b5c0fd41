package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import java.time.Instant;

/**
 * A project as its readers see it.
 *
 * @param participantCount the number of participants; people whose membership has just ended count until their
 *     participation is ended
 * @param version for {@code If-Match}; a new name raises it, participants do not
 */
record ProjectResponse(
        ProjectId id, String name, int participantCount, UserId createdBy, Instant createdAt, long version) {
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
