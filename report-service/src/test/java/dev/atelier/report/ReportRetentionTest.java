package dev.atelier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.WorkspaceState;
import dev.atelier.report.TestDataFactory.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reports and their files are deleted after their retention period. */
@ServiceTest
class ReportRetentionTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private TestDataFactory village;

    @Autowired
    private MongoTemplate mongo;

    private TestWorkspace place;

    @BeforeEach
    void aPlace() {
        place = village.place();
        FakeServices.shared()
                .actions(FakeServices.actionsOf(place.member().toString(), "2026-01-15T12:00:00Z", "Knead the dough"));
    }

    private String made(Instant at) {
        var member = village.as(place.member());
        var id = member.post(
                        place.reports(),
                        Map.of("kind", "PROJECT", "projectId", place.project().toString()))
                .id();
        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("READY");
        mongo.getCollection("reports")
                .updateOne(
                        new Document("_id", UUID.fromString(id))
                                .append("workspaceId", place.workspace().value()),
                        new Document("$set", new Document("endedAt", Date.from(at))));
        return id;
    }

    @Test
    void whatWasMadeLongAgoGoesAndTheRestStays() {
        var old = made(Instant.now().minus(Duration.ofDays(31)));
        var young = made(Instant.now().minus(Duration.ofDays(29)));
        var manager = village.as(place.manager());
        var expiring = "/internal/workspaces/" + place.workspace() + "/retention-preview?kind=reports&days=30";
        assertThat(manager.getThroughNotifications(expiring)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        var note = new Document("_id", place.workspace().value());
        var notes = mongo.getCollection("retentions");

        village.say(new WorkspaceState(
                place.workspace(),
                "Bakery",
                "en",
                place.manager(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                30,
                Instant.EPOCH,
                null,
                null,
                false,
                2));
        await().atMost(SOON).until(() -> notes.countDocuments(note) == 1);
        mongo.getCollection("work_items")
                .updateOne(
                        new Document("_id", "retention:" + place.workspace()),
                        new Document("$set", new Document("dueAt", Date.from(Instant.EPOCH))));

        var member = village.as(place.member());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(member.get(place.reports() + "/" + old).status())
                                .isEqualTo(404));
        assertThat(member.get(place.reports() + "/" + young).status()).isEqualTo(200);
        assertThat(mongo.getCollection("fs.files")
                        .countDocuments(new Document(
                                "metadata.workspaceId", place.workspace().value())))
                .isEqualTo(1);
    }
}
