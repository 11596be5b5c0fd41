package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.attachment.content.Contents;
import dev.atelier.workspace.attachment.content.Leftovers;
import dev.atelier.workspace.attachment.content.Received;
import dev.atelier.workspace.attachment.content.Reception;
import dev.atelier.workspace.plan.BeyondPlan;
import dev.atelier.workspace.usage.Reaching;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a file in: received to its end, then its content written, then made readable in one transaction; else nothing is left. */
@Component
class Uploading {
    private final Attachments attachments;
    private final Reception reception;
    private final Contents contents;
    private final Leftovers leftovers;
    private final Idempotency idempotency;
    private final Reaching reaching;

    Uploading(
            Attachments attachments,
            Reception reception,
            Contents contents,
            Leftovers leftovers,
            Idempotency idempotency,
            Reaching reaching) {
        this.attachments = attachments;
        this.reception = reception;
        this.contents = contents;
        this.leftovers = leftovers;
        this.idempotency = idempotency;
        this.reaching = reaching;
    }

    FileView upload(
            WorkspaceId workspace,
            ProjectId project,
            ActionId action,
            FileName name,
            InputStream body,
            Optional<IdempotencyKey> key,
            UserId by)
            throws IOException {
        try {
            boolean repeated = idempotency.isKnown(key);
            if (!repeated) {
                attachments.demandRoom(workspace, project, action, by);
            }
            Runnable rights = () -> attachments.demandReader(workspace, project, action, by);
            rights.run();
            try (var received = reception.receive(body, name.name(), rights)) {
                var file = new NewFile(FileId.next(), workspace, project, action, name.name(), received.content());
                return keep(file, received, key, by);
            }
        } catch (BeyondPlan beyond) {
            reaching.note(beyond);
            throw beyond;
        }
    }

    private FileView keep(NewFile file, Received received, Optional<IdempotencyKey> key, UserId by) throws IOException {
        var asked = new Asked(file.name(), received.content().sha256());
        var earlier = idempotency.earlier(key, asked, FileView.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        leftovers.expect(file.workspaceId(), file.id());
        boolean kept = false;
        try {
            contents.keep(file.workspaceId(), file.id(), received);
            var answer = idempotency.answer(key, asked, FileView.class, () -> FileView.of(attachments.add(file, by)));
            kept = answer.id().equals(file.id());
            return answer;
        } finally {
            if (!kept) {
                leftovers.giveUp(file.id());
            }
        }
    }

    /** What makes two uploads the same. */
    private record Asked(String name, String sha256) {}
}
