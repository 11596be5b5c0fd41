package dev.atelier.workspace.attachment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.id.FileId;
import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.attachment.content.AttachmentContentService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Deletes the files of what was deleted: the content first, then the document that refers to it. */
@Component
@Order(1)
class AttachmentEraser implements DataEraser {
    private static final int AT_ONCE = 50;

    private final MongoTemplate mongo;
    private final AttachmentContentService attachmentContentService;
    private final StorageQuota storageQuota;
    private final TransactionRunner transactionRunner;

    AttachmentEraser(
            MongoTemplate mongo,
            AttachmentContentService attachmentContentService,
            StorageQuota storageQuota,
            TransactionRunner transactionRunner) {
        this.mongo = mongo;
        this.attachmentContentService = attachmentContentService;
        this.storageQuota = storageQuota;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        var ids = mongo.getCollection("files")
                .find(what.filter())
                .projection(new Document("_id", 1))
                .limit(Math.min(limit, AT_ONCE))
                .map(file -> file.get("_id", UUID.class))
                .into(new ArrayList<>());
        ids.forEach(id -> attachmentContentService.remove(what.workspaceId(), new FileId(id)));
        if (!ids.isEmpty()) {
            transactionRunner.run(() -> deleteDocuments(what, ids));
        }
        return ids.size();
    }

    /** Subtracts only files that still exist: another instance may process the same batch. */
    private void deleteDocuments(DeletionTarget what, List<UUID> ids) {
        var found = mongo.find(
                query(where("workspaceId").is(what.workspaceId()).and("_id").in(ids)), Attachment.class);
        mongo.remove(
                query(where("workspaceId").is(what.workspaceId()).and("_id").in(ids)), Attachment.class);
        storageQuota.release(
                what.workspaceId(),
                found.stream().mapToLong(file -> file.content().size()).sum());
    }

    @Override
    public Map<String, Long> counts(DeletionTarget what) {
        long files = mongo.getCollection("files").countDocuments(what.filter());
        return files == 0 ? Map.of() : Map.of("attachments", files);
    }
}
