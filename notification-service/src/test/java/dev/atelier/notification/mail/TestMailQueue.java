package dev.atelier.notification.mail;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
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
        var about = Map.of("agent", "Weekly status", "projectId", project.toString());
        var mail = QueuedMail.of(UUID.randomUUID(), MailKind.RUN_COMPLETED, workspace, reader, about, due)
                .withPurpose(ConsentPurpose.PRODUCT_UPDATES);
        transactionRunner.run(() -> mailQueue.queue(mail));
        return mail.id();
    }
}
