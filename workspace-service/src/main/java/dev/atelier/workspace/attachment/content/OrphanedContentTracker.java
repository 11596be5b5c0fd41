package dev.atelier.workspace.attachment.content;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Tracks content that belongs to no file: recorded before content is written and when a file is deleted, so that it is
 * removed even if an instance dies in between.
 */
@Component
public class OrphanedContentTracker {
    /** How long writing a content may take. */
    private static final Duration WRITING = Duration.ofHours(1);

    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final MongoTemplate mongo;
    private final AttachmentContentService attachmentContentService;
    private final Clock clock;

    OrphanedContentTracker(MongoTemplate mongo, AttachmentContentService attachmentContentService, Clock clock) {
        this.mongo = mongo;
        this.attachmentContentService = attachmentContentService;
        this.clock = clock;
        mongo.getCollection("leftovers").createIndex(Indexes.ascending("dueAt"));
    }

    /** Records that content will be written for a file that does not exist yet. */
    public void recordPending(WorkspaceId workspace, FileId file) {
        insert(workspace, file, WRITING);
    }

    /**
     * Removes the record in the running transaction, because the file exists now.
     *
     * @throws NotFound if the content was already treated as orphaned
     */
    public void confirm(FileId file) {
        TransactionRunner.requireTransaction("claiming a content");
        var noted = Query.query(Criteria.where("_id").is(file.value()));
        if (mongo.remove(noted, "leftovers").getDeletedCount() == 0) {
            throw new NotFound();
        }
    }

    /** Records, in the transaction that deletes a file, that its content is orphaned. */
    public void markOrphaned(WorkspaceId workspace, FileId file) {
        TransactionRunner.requireTransaction("marking a content as orphaned");
        insert(workspace, file, Duration.ZERO);
    }

    /**
     * Marks a content as orphaned because no file was created, as far as the caller knows. It is removed within a
     * second, unless the file was created in a commit whose response was lost.
     */
    public void abandon(FileId file) {
        mongo.getCollection("leftovers").updateOne(eq("_id", file.value()), set("dueAt", Date.from(clock.instant())));
    }

    private void insert(WorkspaceId workspace, FileId file, Duration until) {
        var note = new Document("_id", file.value())
                .append("workspaceId", workspace.value())
                .append("dueAt", Date.from(clock.instant().plus(until)));
        mongo.insert(note, "leftovers");
    }

    /**
     * Removes the most overdue content. Claiming it also postpones it, so that one that cannot be removed moves behind
     * the others.
     *
     * @return false if nothing is due
     */
    boolean removeOne() {
        var now = clock.instant();
        var due = mongo.getCollection("leftovers")
                .findOneAndUpdate(
                        lte("dueAt", Date.from(now)),
                        set("dueAt", Date.from(now.plus(AGAIN))),
                        new FindOneAndUpdateOptions().sort(ascending("dueAt")));
        if (due == null) {
            return false;
        }
        var file = new FileId(due.get("_id", UUID.class));
        attachmentContentService.remove(new WorkspaceId(due.get("workspaceId", UUID.class)), file);
        mongo.getCollection("leftovers").deleteOne(eq("_id", file.value()));
        return true;
    }
}
