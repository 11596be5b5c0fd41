package dev.atelier.workspace.action.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.Objects.requireNonNull;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The changes of all actions. */
@Component
public class ActionHistoryStore {
    /** The most changes that are reported for a stale edit. */
    static final int MOST_CHANGES = 100;

    private final ActionHistoryRepository documents;
    private final MongoTemplate mongo;

    ActionHistoryStore(ActionHistoryRepository documents, MongoTemplate mongo) {
        this.documents = documents;
        this.mongo = mongo;
    }

    /** Stores the change that created this version, in the transaction that makes it. */
    public void record(WorkspaceId workspace, ActionId action, ActionHistoryEntry entry) {
        TransactionRunner.requireTransaction("recording a change");
        mongo.insert(ActionHistoryDocument.of(workspace, action, entry));
    }

    /** Returns what changed after a version. Reads only names of fields and people, never texts. */
    public ChangesSince changesSince(WorkspaceId workspace, ActionId action, long version) {
        var newest = mongo.execute(
                ActionHistoryDocument.class,
                entries -> entries.find(and(
                                eq("workspaceId", workspace.value()),
                                eq("actionId", action.value()),
                                gt("version", version)))
                        .projection(include("by", "changes.field"))
                        .sort(descending("version"))
                        .limit(MOST_CHANGES)
                        .into(new ArrayList<>()));
        var fields = new LinkedHashSet<String>();
        var by = new LinkedHashSet<UserId>();
        for (var entry : requireNonNull(newest).reversed()) {
            entry.getList("changes", Document.class).forEach(change -> fields.add(change.getString("field")));
            by.add(new UserId(entry.get("by", UUID.class)));
        }
        return new ChangesSince(newest.size(), List.copyOf(fields), List.copyOf(by));
    }

    /** Returns the newest entries before a version. */
    public List<ActionHistoryEntry> findBefore(WorkspaceId workspace, ActionId action, long version, int limit) {
        return documents
                .findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
                        workspace, action, version, Limit.of(limit))
                .stream()
                .map(ActionHistoryDocument::toEntry)
                .toList();
    }
}
