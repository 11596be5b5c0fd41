package dev.atelier.notification.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.TestMailKind;
import dev.atelier.notification.mail.TestMailSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which mail is sent next. With a queue that takes the oldest mail of all, the test fails. */
@ServiceTest
class MailQueueOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");

    @Autowired
    private MongoTemplate service;

    @Autowired
    private MongoClient client;

    private final WorkspaceId busy = WorkspaceId.next();
    private final WorkspaceId other = WorkspaceId.next();
    private MongoTemplate mongo;
    private MailQueue mails;

    @BeforeEach
    void anEmptyQueue() {
        mongo = IsolatedMailDatabase.of(client, service);
        mails = new MailQueue(
                mongo,
                Clock.fixed(NOW, ZoneOffset.UTC),
                TestMailSettings.claimedFor(Duration.ofMinutes(1)),
                event -> {});
    }

    @Test
    void aMailDoesNotWaitBehindThoseOfAnotherWorkspace() {
        for (var more = 0; more < 395; more++) {
            queue(busy, TestMailKind.REPORT_READY, 1_000 - more);
        }
        queue(other, TestMailKind.REPORT_READY, 1);
        queue(busy, TestMailKind.INVITATION, 1);

        assertThat(claimed(4))
                .extracting(QueuedMail::workspaceId, QueuedMail::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(other, "REPORT_READY"),
                        org.assertj.core.groups.Tuple.tuple(busy, "INVITATION"));
    }

    @Test
    void ofTheSameKindAndWorkspaceTheOldestGoesFirst() {
        queue(busy, TestMailKind.MENTION, 1);
        var oldest = queue(busy, TestMailKind.MENTION, 3);
        var older = queue(busy, TestMailKind.MENTION, 2);

        assertThat(claimed(2)).extracting(QueuedMail::id).containsExactly(oldest, older);
    }

    @Test
    void securityMailsGoBeforeAllOthers() {
        queue(busy, TestMailKind.MENTION, 100);
        queue(other, TestMailKind.MENTION, 100);
        claimed(1);
        var second = queue(MailData.OPERATOR, TestMailKind.ADDRESS_CHANGED, 1);
        var first = queue(MailData.OPERATOR, TestMailKind.RECOVERY_OPENED, 2);

        assertThat(claimed(2)).extracting(QueuedMail::id).containsExactly(first, second);
    }

    @Test
    void whatIsNotDueHoldsNothingUp() {
        queue(busy, TestMailKind.MENTION, -60);
        queue(MailData.OPERATOR, TestMailKind.ADDRESS_CHANGED, -60);
        var due = queue(other, TestMailKind.MENTION, 1);

        assertThat(claimed(2)).extracting(QueuedMail::id).containsExactly(due);
    }

    @Test
    void whatAnOlderVersionQueuedGoesToo() {
        var id = queue(busy, TestMailKind.MENTION, 1);
        mongo.getCollection("mails")
                .updateOne(
                        new Document("_id", id).append("workspaceId", busy.value()),
                        new Document("$unset", new Document("lane", "")));

        assertThat(claimed(1)).extracting(QueuedMail::id).containsExactly(id);
    }

    private List<QueuedMail> claimed(int most) {
        return Stream.generate(mails::claim)
                .limit(most)
                .flatMap(Optional::stream)
                .toList();
    }

    private String queue(WorkspaceId workspace, MailKind kind, long secondsAgo) {
        var data = new MailData(workspace, null, Map.of());
        return mails.queue(UUID.randomUUID(), kind, data, NOW.minusSeconds(secondsAgo));
    }
}
