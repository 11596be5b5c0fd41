package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.action.Actions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What participants say about work items. */
@Component
class Comments {
    private final Actions actions;
    private final MongoTemplate mongo;
    private final Transactions transactions;

    Comments(Actions actions, MongoTemplate mongo, Transactions transactions) {
        this.actions = actions;
        this.mongo = mongo;
        this.transactions = transactions;
    }

    Comment add(WorkspaceId workspace, ProjectId project, ActionId id, String text, UserId by) {
        var mentioned = Mentions.in(text);
        return transactions.call(() -> {
            var at = actions.comment(workspace, project, id, by, mentioned, text);
            return mongo.insert(new Comment(CommentId.next(), workspace, id, text, by, at));
        });
    }
}
