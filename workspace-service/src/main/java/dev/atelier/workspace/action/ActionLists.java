package dev.atelier.workspace.action;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads many work items of one project (W7); whether the asker may is the caller's to check. */
@Component
class ActionLists {
    /** As the index by title has it: case and accents as people expect them. */
    private static final Collation BY_TITLE = Collation.of("en").strength(2);

    private final MongoTemplate mongo;

    ActionLists(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Page<Action> page(
            WorkspaceId workspace, ProjectId project, ActionFilter filter, ActionOrder order, PageRequest request) {
        var query = query(workspace, project, filter);
        var cursor = request.cursor();
        if (cursor != null) {
            query.addCriteria(order.after(cursor));
        }
        query.with(order.sort()).limit(request.limitAndOne());
        if (order.byTitle()) {
            query.collation(BY_TITLE);
        }
        return Page.of(mongo.find(query, Action.class), request, order::cursor);
    }

    /** All of them, oldest first, read as they are taken; to be closed. */
    Stream<Action> all(WorkspaceId workspace, ProjectId project, ActionFilter filter) {
        return mongo.stream(
                query(workspace, project, filter)
                        .with(ActionOrder.of(null, null).sort())
                        .cursorBatchSize(500),
                Action.class);
    }

    private static Query query(WorkspaceId workspace, ProjectId project, ActionFilter filter) {
        return Query.query(filter.on(
                Criteria.where("workspaceId").is(workspace).and("projectId").is(project)));
    }
}
