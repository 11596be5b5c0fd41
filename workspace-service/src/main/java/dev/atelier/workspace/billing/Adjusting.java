package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.plan.Limits;
import dev.atelier.workspace.plan.Plans;
import dev.atelier.workspace.workspace.Workspaces;
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

/** Gives workspaces the limits that their plans have since the settings were changed; all instances may do it at once. */
@Component
class Adjusting implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Adjusting.class);

    private final Plans plans;
    private final Workspaces workspaces;
    private final MongoTemplate mongo;
    private final Transactions transactions;

    Adjusting(Plans plans, Workspaces workspaces, MongoTemplate mongo, Transactions transactions) {
        this.plans = plans;
        this.workspaces = workspaces;
        this.mongo = mongo;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        plans.all().forEach((name, limits) -> adjust(otherThan(name, limits), name, limits));
        var usual = plans.usual();
        if (!usual.limits().equals(Limits.NONE)) {
            adjust(new Document("plan", null), usual.name(), usual.limits());
        }
    }

    private void adjust(Document which, String name, Limits limits) {
        var ids = mongo.getCollection("workspaces")
                .find(which)
                .projection(new Document("_id", 1))
                .map(workspace -> workspace.get("_id", UUID.class))
                .into(new ArrayList<>());
        for (var id : ids) {
            try {
                transactions.run(() -> workspaces.move(new WorkspaceId(id), name, limits, null));
            } catch (NotFound e) {
                LOG.debug("Workspace {} was deleted meanwhile.", id);
            }
        }
        if (!ids.isEmpty()) {
            LOG.info("{} workspaces have the limits that the plan {} has now.", ids.size(), name);
        }
    }

    private static Document otherThan(String name, Limits limits) {
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
