package dev.atelier.workspace.action.assignment;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.action.ActionService;
import dev.atelier.workspace.project.ParticipationEndListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Unassigns people who left a project from its unfinished actions. Their rights end in the transaction in which they
 * leave; their possibly thousands of assignments are removed in small transactions afterwards. Done actions keep their
 * assignees.
 */
@Component
class UnassignmentWorker implements ParticipationEndListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnassignmentWorker.class);
    private static final int BATCH = 50;

    private final ActionService actionService;
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;

    UnassignmentWorker(ActionService actionService, MongoTemplate mongo, TransactionRunner transactionRunner) {
        this.actionService = actionService;
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public void ended(WorkspaceId workspace, ProjectId project, UserId participant, UserId by) {
        mongo.save(UnassignmentTask.of(workspace, project, participant, by));
    }

    /**
     * All instances may run this: if two process the same batch, only one commits. A failure does not block the other
     * tasks.
     */
    @AcrossWorkspaces("processes the pending tasks of all workspaces")
    void poll() {
        for (var one : mongo.find(new Query().limit(BATCH), UnassignmentTask.class)) {
            try {
                handleBatches(one);
            } catch (RuntimeException e) {
                LOG.warn("Unassigning actions of project {} failed; the next poll retries", one.projectId(), e);
            }
        }
    }

    private void handleBatches(UnassignmentTask one) {
        int taken;
        do {
            taken = handleBatch(one);
        } while (taken == BATCH);
    }

    private int handleBatch(UnassignmentTask one) {
        int taken = transactionRunner.call(() -> {
            int count = actionService.unassign(one.workspaceId(), one.projectId(), one.person(), one.by(), BATCH);
            if (count < BATCH) {
                mongo.remove(one);
            }
            return count;
        });
        LOG.info("Unassigned {} actions of project {} from {}", taken, one.projectId(), one.person());
        return taken;
    }
}
