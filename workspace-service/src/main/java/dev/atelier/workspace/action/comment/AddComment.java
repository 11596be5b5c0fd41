package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.action.ActionService;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Adds comments to actions. */
@Component
class AddComment {
    private final ActionService actionService;
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;

    AddComment(ActionService actionService, MongoTemplate mongo, TransactionRunner transactionRunner) {
        this.actionService = actionService;
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
    }

    Comment add(WorkspaceId workspace, ProjectId project, ActionId id, String text, UserId by) {
        var mentioned = MentionParser.parse(text);
        return transactionRunner.call(() -> {
            var at = actionService.comment(workspace, project, id, by, mentioned, text);
            return mongo.insert(new Comment(CommentId.next(), workspace, id, text, by, at));
        });
    }
}
