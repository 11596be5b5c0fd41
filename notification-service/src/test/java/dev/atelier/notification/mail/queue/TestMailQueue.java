package dev.atelier.notification.mail.queue;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.TestMailKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Queues mails that need a consent, with the texts of a completed run. */
@TestComponent
public class TestMailQueue {
    private final MailQueue mailQueue;
    private final TransactionRunner transactionRunner;

    TestMailQueue(MailQueue mailQueue, TransactionRunner transactionRunner) {
        this.mailQueue = mailQueue;
        this.transactionRunner = transactionRunner;
    }

    /** Queues a mail that is sent at {@code due}, not before; returns its id. */
    public String productUpdate(WorkspaceId workspace, ProjectId project, UserId reader, Instant due) {
        var values = Map.of("agent", "Weekly status", "projectId", project.toString());
        var data = new MailData(workspace, reader, values);
        return transactionRunner.call(() -> mailQueue.queue(UUID.randomUUID(), TestMailKind.PRODUCT_UPDATE, data, due));
    }
}
