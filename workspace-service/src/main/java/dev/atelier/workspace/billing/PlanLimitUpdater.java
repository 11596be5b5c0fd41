package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.plan.PlanCatalogue;
import dev.atelier.workspace.plan.PlanLimits;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Updates the stored limits of workspaces after the plans in the settings have changed. Several instances can run this
 * concurrently.
 */
@Component
class PlanLimitUpdater implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PlanLimitUpdater.class);

    private final PlanCatalogue planCatalogue;
    private final WorkspaceStore workspaceStore;
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;

    PlanLimitUpdater(
            PlanCatalogue planCatalogue,
            WorkspaceStore workspaceStore,
            MongoTemplate mongo,
            TransactionRunner transactionRunner) {
        this.planCatalogue = planCatalogue;
        this.workspaceStore = workspaceStore;
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        planCatalogue
                .limitsByName()
                .forEach((name, limits) -> updateLimits(withOtherLimits(name, limits), name, limits));
        var usual = planCatalogue.defaultPlan();
        if (!usual.limits().equals(PlanLimits.NONE)) {
            updateLimits(new Document("plan", null), usual.name(), usual.limits());
        }
    }

    private void updateLimits(Document which, String name, PlanLimits limits) {
        var ids = mongo.getCollection("workspaces")
                .find(which)
                .projection(new Document("_id", 1))
                .map(workspace -> workspace.get("_id", UUID.class))
                .into(new ArrayList<>());
        for (var id : ids) {
            try {
                transactionRunner.run(() -> workspaceStore.changePlan(new WorkspaceId(id), name, limits, null));
            } catch (NotFound e) {
                LOG.debug("Skipped workspace {}: it was deleted in the meantime.", id);
            }
        }
        if (!ids.isEmpty()) {
            LOG.info("Updated {} workspaces to the current limits of plan {}.", ids.size(), name);
        }
    }

    private static Document withOtherLimits(String name, PlanLimits limits) {
        return new Document("plan.name", name)
                .append(
                        "$or",
                        List.of(
                                other("seats", limits.seats()),
                                other("runsPerMonth", limits.runsPerMonth()),
                                other("storageBytes", limits.storageBytes())));
    }

    private static Document other(String field, @Nullable Object value) {
        return new Document("plan.limits." + field, new Document("$ne", value));
    }
}
