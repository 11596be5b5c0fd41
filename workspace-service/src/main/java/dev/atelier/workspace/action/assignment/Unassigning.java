package dev.atelier.workspace.action.assignment;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.action.Actions;
import dev.atelier.workspace.project.ParticipationEnding;
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
class Unassigning implements ParticipationEnding {
    private static final Logger LOG = LoggerFactory.getLogger(Unassigning.class);
    private static final int BATCH = 50;

    private final Actions actions;
    private final MongoTemplate mongo;
    private final Transactions transactions;

    Unassigning(Actions actions, MongoTemplate mongo, Transactions transactions) {
        this.actions = actions;
        this.mongo = mongo;
        this.transactions = transactions;
    }

    @Override
    public void ended(WorkspaceId workspace, ProjectId project, UserId participant, UserId by) {
        mongo.save(Unassignment.of(workspace, project, participant, by));
    }

    /** Every instance may sweep: a batch that two do at once is done by one of them. One that fails holds up no other. */
    @AcrossWorkspaces("takes up what is left to do, of whomever")
    void sweep() {
        for (var one : mongo.find(new Query().limit(BATCH), Unassignment.class)) {
            try {
                batches(one);
            } catch (RuntimeException e) {
                LOG.warn("Actions of project {} are unassigned at the next look", one.projectId(), e);
            }
        }
    }

    private void batches(Unassignment one) {
        int taken;
        do {
            taken = batch(one);
        } while (taken == BATCH);
    }

    private int batch(Unassignment one) {
        int taken = transactions.call(() -> {
            int count = actions.unassign(one.workspaceId(), one.projectId(), one.person(), one.by(), BATCH);
            if (count < BATCH) {
                mongo.remove(one);
            }
            return count;
        });
        LOG.info("{} actions of project {} are no longer assigned to {}", taken, one.projectId(), one.person());
        return taken;
    }
}
