package dev.atelier.workspace.attachment;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.retention.Expiring;
import dev.atelier.workspace.action.Actions;
import dev.atelier.workspace.attachment.content.Leftovers;
import dev.atelier.workspace.usage.Storage;
import java.time.Instant;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Photos and other files, after they were added; what they held follows within a second. */
@Component
class FileExpiry implements Expiring {
    private final Actions actions;
    private final AttachmentDocuments documents;
    private final Storage storage;
    private final Leftovers leftovers;
    private final Transactions transactions;

    FileExpiry(
            Actions actions,
            AttachmentDocuments documents,
            Storage storage,
            Leftovers leftovers,
            Transactions transactions) {
        this.actions = actions;
        this.documents = documents;
        this.storage = storage;
        this.leftovers = leftovers;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "photos";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return transactions.call(() -> {
            var old = documents.findByWorkspaceIdAndAtLessThanOrderByAt(workspace, before, Limit.of(limit));
            for (var file : old) {
                actions.lose(workspace, file.projectId(), file.actionId(), file.id());
                documents.deleteByWorkspaceIdAndActionIdAndId(workspace, file.actionId(), file.id());
                leftovers.leave(workspace, file.id());
            }
            if (!old.isEmpty()) {
                storage.giveBack(
                        workspace,
                        old.stream().mapToLong(file -> file.content().size()).sum());
            }
            return old.size();
        });
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return documents.countByWorkspaceIdAndAtLessThan(workspace, before);
    }
}
