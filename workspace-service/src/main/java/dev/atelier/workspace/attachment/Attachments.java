package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.action.Actions;
import dev.atelier.workspace.attachment.content.Leftovers;
import dev.atelier.workspace.usage.Storage;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The files of work items; whoever changes them relies on their membership, as with everything else of the work item. */
@Component
class Attachments {
    /** Files of one work item. */
    static final int MAX = 100;

    private final Actions actions;
    private final AttachmentDocuments documents;
    private final Storage storage;
    private final Leftovers leftovers;
    private final MongoTemplate mongo;
    private final Transactions transactions;

    Attachments(
            Actions actions,
            AttachmentDocuments documents,
            Storage storage,
            Leftovers leftovers,
            MongoTemplate mongo,
            Transactions transactions) {
        this.actions = actions;
        this.documents = documents;
        this.storage = storage;
        this.leftovers = leftovers;
        this.mongo = mongo;
        this.transactions = transactions;
    }

    List<Attachment> list(WorkspaceId workspace, ActionId action, FileId after, int limit) {
        return documents.findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
                workspace, action, after, Limit.of(limit));
    }

    Attachment read(WorkspaceId workspace, ProjectId project, ActionId action, FileId file, UserId by) {
        actions.demandReader(workspace, project, action, by);
        return demand(workspace, action, file);
    }

    /** Lets pass who may read the files of a work item, and so may add to them. */
    void demandReader(WorkspaceId workspace, ProjectId project, ActionId action, UserId by) {
        actions.demandReader(workspace, project, action, by);
    }

    /** Lets pass who may add one more. */
    void demandRoom(WorkspaceId workspace, ProjectId project, ActionId action, UserId by) {
        actions.demandReader(workspace, project, action, by);
        demandRoom(workspace, action);
        storage.demandRoom(workspace);
    }

    /** Makes a file of a content that is written, in the running transaction. */
    Attachment add(NewFile file, UserId by) {
        Transactions.demand("adding a file");
        var at = actions.attach(file.workspaceId(), file.projectId(), file.actionId(), file.id(), file.name(), by);
        demandRoom(file.workspaceId(), file.actionId());
        storage.take(file.workspaceId(), file.content().size());
        leftovers.claim(file.id());
        return mongo.insert(new Attachment(
                file.id(), file.workspaceId(), file.projectId(), file.actionId(), file.name(), file.content(), by, at));
    }

    /** Deletes a file for good; what it held follows within a second, whoever dies meanwhile. */
    void delete(WorkspaceId workspace, ProjectId project, ActionId action, FileId file, UserId by) {
        transactions.run(() -> {
            actions.demandReader(workspace, project, action, by);
            var gone = demand(workspace, action, file);
            actions.detach(workspace, project, action, file, gone.name(), by);
            documents.deleteByWorkspaceIdAndActionIdAndId(workspace, action, file);
            storage.giveBack(workspace, gone.content().size());
            leftovers.leave(workspace, file);
        });
    }

    private Attachment demand(WorkspaceId workspace, ActionId action, FileId file) {
        return documents
                .findByWorkspaceIdAndActionIdAndId(workspace, action, file)
                .orElseThrow(NotFound::new);
    }

    private void demandRoom(WorkspaceId workspace, ActionId action) {
        if (documents.countByWorkspaceIdAndActionId(workspace, action) >= MAX) {
            throw new TooManyFiles(MAX);
        }
    }
}
