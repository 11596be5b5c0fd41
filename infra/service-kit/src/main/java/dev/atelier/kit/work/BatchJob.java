package dev.atelier.kit.work;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.privacy.StoredRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done in batches. The same work is queued once: two jobs of the same kind for the same workspace, project
 * and person are one job.
 *
 * @param kind selects the {@link BatchJobHandler}
 * @param by the person who caused it; null where nobody did
 */
@StoredRecord("work_items")
public record BatchJob(
        @NotPersonal("names a handler") String kind,

        @Nullable WorkspaceId workspaceId,
        @Nullable ProjectId projectId,
        @Nullable UserId userId,
        @Nullable UserId by) {

    /** Creates a job about a member of a workspace. */
    public static BatchJob ofMember(String kind, WorkspaceId workspace, UserId member, @Nullable UserId by) {
        return new BatchJob(kind, workspace, null, member, by);
    }

    /** Creates a job about a project. */
    public static BatchJob ofProject(String kind, WorkspaceId workspace, ProjectId project) {
        return new BatchJob(kind, workspace, project, null, null);
    }

    /** Creates a job about a person in all workspaces. */
    public static BatchJob ofPerson(String kind, UserId person) {
        return new BatchJob(kind, null, null, person, null);
    }

    /** Creates the request that enqueues this job once. */
    public WorkRequest<BatchJob> request() {
        return WorkRequest.of(kind, workspaceId, this).once(id());
    }

    private String id() {
        return Stream.of(kind, workspaceId, projectId, userId)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining(":"));
    }
}
