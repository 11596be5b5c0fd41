package dev.atelier.workspace.action;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.workspace.action.ActionSort.ActionSortRange;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads many actions of one project. The caller checks the access. */
@Component
class ActionFinder {
    private static final Collation ORDER = Collation.parse(Action.ORDER);

    private final MongoTemplate mongo;

    ActionFinder(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Reads one range after another until the page is full. */
    CursorPage<Action> findPage(
            WorkspaceId workspace,
            ProjectId project,
            ActionFilter filter,
            ActionSort order,
            CursorPageRequest request) {
        var read = new ArrayList<Action>();
        for (var actionSortRange : order.rangesFrom(request.cursor())) {
            int missing = request.limitPlusOne() - read.size();
            if (missing > 0) {
                var query = query(workspace, project, filter, actionSortRange).limit(missing);
                read.addAll(mongo.find(query, Action.class));
            }
        }
        return CursorPage.of(read, request, order::cursor);
    }

    /** Streams all matching actions, oldest first. The caller closes the stream. */
    Stream<Action> stream(WorkspaceId workspace, ProjectId project, ActionFilter filter) {
        var actionSortRange = ActionSort.of(null, null).rangesFrom(null).getFirst();
        return mongo.stream(query(workspace, project, filter, actionSortRange).cursorBatchSize(500), Action.class);
    }

    private static Query query(
            WorkspaceId workspace, ProjectId project, ActionFilter filter, ActionSortRange actionSortRange) {
        var all = filter.toCriteria(
                Criteria.where("workspaceId").is(workspace).and("projectId").is(project));
        var whole = actionSortRange.where().getCriteriaObject().isEmpty();
        var query = Query.query(whole ? all : new Criteria().andOperator(all, actionSortRange.where()))
                .with(actionSortRange.sort())
                .collation(ORDER);
        query.fields().exclude("words", "commentWords");
        return query;
    }
}
