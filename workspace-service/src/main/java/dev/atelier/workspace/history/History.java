package dev.atelier.workspace.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    public void note(
            WorkspaceId workspace,
            ActionId action,
            long version,
            Instant at,
            UserId by,
            @Nullable RunId run,
            List<FieldChange> changes) {
        Transactions.demand("noting a change");
        mongo.insert(new Entry(action + ":" + version, workspace, action, version, at, by, run, changes));
    }

    /** What happened after a version, oldest first. */
    public List<Entry> since(WorkspaceId workspace, ActionId action, long version) {
        return documents.findByWorkspaceIdAndActionIdAndVersionGreaterThan(workspace, action, version);
    }

    /** The newest entries before a version. */
    public List<Entry> before(WorkspaceId workspace, ActionId action, long version, int limit) {
        return documents.findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
                workspace, action, version, Limit.of(limit));
    }
}
