package dev.atelier.workspace.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The changes of all work items. */
@Component
public class History {
    private final EntryDocuments documents;
    private final MongoTemplate mongo;

    History(EntryDocuments documents, MongoTemplate mongo) {
        this.documents = documents;
        this.mongo = mongo;
    }

    /** Notes the change that made this version, in the transaction that makes it. */
    public void note(WorkspaceId workspace, ActionId action, Entry entry) {
        Transactions.demand("noting a change");
        mongo.insert(EntryDocument.of(workspace, action, entry));
    }

    /** What happened after a version, oldest first. */
    public List<Entry> since(WorkspaceId workspace, ActionId action, long version) {
        return documents.findByWorkspaceIdAndActionIdAndVersionGreaterThan(workspace, action, version).stream()
                .map(EntryDocument::entry)
                .toList();
    }

    /** The newest entries before a version. */
    public List<Entry> before(WorkspaceId workspace, ActionId action, long version, int limit) {
        return documents
                .findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
                        workspace, action, version, Limit.of(limit))
                .stream()
                .map(EntryDocument::entry)
                .toList();
    }
}
