package dev.atelier.workspace.action;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.action.ActionOrder.Stretch;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads many work items of one project (W7); whether the asker may is the caller's to check. */
@Component
class ActionLists {
    private static final Collation ORDER = Collation.parse(Action.ORDER);

    private final MongoTemplate mongo;

    ActionLists(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Reads stretch after stretch until the page is full. */
    Page<Action> page(
            WorkspaceId workspace, ProjectId project, ActionFilter filter, ActionOrder order, PageRequest request) {
        var read = new ArrayList<Action>();
        for (var stretch : order.from(request.cursor())) {
            int missing = request.limitAndOne() - read.size();
            if (missing > 0) {
                var query = query(workspace, project, filter, stretch).limit(missing);
                read.addAll(mongo.find(query, Action.class));
            }
        }
        return Page.of(read, request, order::cursor);
    }

    /** All of them, oldest first, read as they are taken; to be closed. */
    Stream<Action> all(WorkspaceId workspace, ProjectId project, ActionFilter filter) {
        var stretch = ActionOrder.of(null, null).from(null).getFirst();
        return mongo.stream(query(workspace, project, filter, stretch).cursorBatchSize(500), Action.class);
    }

    private static Query query(WorkspaceId workspace, ProjectId project, ActionFilter filter, Stretch stretch) {
        var all = filter.on(
                Criteria.where("workspaceId").is(workspace).and("projectId").is(project));
        var whole = stretch.where().getCriteriaObject().isEmpty();
        var query = Query.query(whole ? all : new Criteria().andOperator(all, stretch.where()))
                .with(stretch.sort())
                .collation(ORDER);
        query.fields().exclude("words", "commentWords");
        return query;
    }
}
