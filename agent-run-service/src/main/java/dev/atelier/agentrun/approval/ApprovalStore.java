package dev.atelier.agentrun.approval;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Stores approvals in MongoDB. */
@Component
class ApprovalStore {
    private final MongoTemplate mongo;

    ApprovalStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Approval get(WorkspaceId workspace, ApprovalId id) {
        var approval = mongo.findOne(
                query(where("workspaceId").is(workspace).and("_id").is(id)), Approval.class);
        if (approval == null) {
            throw new NotFound();
        }
        return approval;
    }

    Approval save(Approval approval) {
        return mongo.save(approval);
    }

    List<Approval> of(WorkspaceId workspace, RunId run) {
        return mongo.find(
                query(where("workspaceId").is(workspace).and("runId").is(run)).with(Sort.by("_id")), Approval.class);
    }

    /** Lists approvals, newest first. {@code projects} is null when the person may see all projects. */
    List<Approval> list(
            WorkspaceId workspace,
            @Nullable Set<ProjectId> projects,
            @Nullable ApprovalState state,
            @Nullable ApprovalId before,
            int limit) {
        var criteria = where("workspaceId").is(workspace);
        if (projects != null) {
            criteria = criteria.and("projectId").in(projects);
        }
        if (state != null) {
            criteria = criteria.and("state").is(state);
        }
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), Approval.class);
    }
}
