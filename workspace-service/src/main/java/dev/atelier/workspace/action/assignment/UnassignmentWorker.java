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
 * Takes unfinished work from people who left a project. Their rights end in the transaction in which they leave; their
 * name on what may be thousands of work items goes in small transactions after it. Finished work keeps who did it.
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

    /** Every instance may sweep: a batch that two do at once is done by one of them. One that fails holds up no other. */
    @AcrossWorkspaces("takes up what is left to do, of whomever")
    void sweep() {
        for (var one : mongo.find(new Query().limit(BATCH), UnassignmentTask.class)) {
            try {
                batches(one);
            } catch (RuntimeException e) {
                LOG.warn("Actions of project {} are unassigned at the next look", one.projectId(), e);
            }
        }
    }

    private void batches(UnassignmentTask one) {
        int taken;
        do {
            taken = batch(one);
        } while (taken == BATCH);
    }

    private int batch(UnassignmentTask one) {
        int taken = transactionRunner.call(() -> {
            int count = actionService.unassign(one.workspaceId(), one.projectId(), one.person(), one.by(), BATCH);
            if (count < BATCH) {
                mongo.remove(one);
            }
            return count;
        });
        LOG.info("{} actions of project {} are no longer assigned to {}", taken, one.projectId(), one.person());
        return taken;
    }
}
