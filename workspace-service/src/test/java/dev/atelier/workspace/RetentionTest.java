package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What expires, and what stays. */
@ServiceTest
@Import(RetentionTest.MutableClockConfiguration.class)
class RetentionTest {
    @Autowired
    TestDataFactory town;

    @Autowired
    MutableClock clock;

    TestUser lea;
    TestUser noah;
    String workspace;
    String project;

    @BeforeEach
    void aProject() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, noah);
    }

    private TestResponse setRetention(Map<String, Integer> days) {
        var settings = workspace + "/settings";
        return lea.with("If-Match", lea.get(settings).expect(200).etag())
                .put(settings, Map.of("retentionDays", days, "agentCreation", "EVERYONE"))
                .expect(200);
    }

    private String createDoneAction(String title) {
        var action = town.action(project, noah, title);
        noah.patch(action, noah.get(action).etag(), Map.of("state", "DONE")).expect(200);
        return action;
    }

    private void awaitNotFound(String path) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> noah.get(path).expect(404));
    }

    /** Moves the clock; the work item of the night is due if that time has come, as the database's clock cannot be moved. */
    private void advance(Duration time) {
        clock.advance(time);
        town.mongo()
                .getCollection("work_items")
                .updateOne(
                        nightlyDeletion().append("dueAt", new Document("$lte", Date.from(clock.instant()))),
                        new Document("$set", new Document("dueAt", Date.from(Instant.EPOCH))));
    }

    /** Waits until the nightly deletion is finished. */
    private void awaitNightlyDeletion() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> town.mongo()
                                .getCollection("work_items")
                                .countDocuments(nightlyDeletion()
                                        .append("state", "SCHEDULED")
                                        .append("dueAt", new Document("$gt", Date.from(clock.instant()))))
                        == 1);
    }

    private Document nightlyDeletion() {
        return new Document("_id", "retention:" + workspace.split("/")[3]);
    }

    private long countDocuments(String collection) {
        return town.mongo()
                .getCollection(collection)
                .countDocuments(
                        new Document("workspaceId", UUID.fromString(workspace.split("/")[3])));
    }

    @Test
    void workThatIsDoneGoesWithAllThatBelongsToItAndOpenWorkStays() {
        var old = createDoneAction("Oil the hinges");
        noah.post(old + "/comments", Map.of("text", "With what?")).expect(201);
        AttachmentClient.upload(noah, old, "Rapeseed".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        var open = town.action(project, noah, "Paint the door");
        setRetention(Map.of("actions", 30));

        advance(Duration.ofDays(31));
        var young = createDoneAction("Wash the floor");

        awaitNotFound(old);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(countDocuments("comments")).isZero();
            assertThat(countDocuments("files")).isZero();
        });
        noah.get(open).expect(200);
        noah.get(young).expect(200);
        var facts = town.events(old);
        assertThat(facts.getLast().type()).isEqualTo("workspace.action-deleted");
        assertThat(facts.getLast().payload().path("by").isString()).isFalse();
        for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i).sequence()).isEqualTo(i + 1);
        }
        var noted =
                lea.get(workspace + "/audit-log?type=workspace.action-deleted").expect(200);
        assertThat(noted.json().at("/items/0/actor").isObject()).isFalse();
        assertThat(noted.items("type")).hasSize(1);
    }

    @Test
    void workThatSomebodyChangedAMomentBeforeStays() {
        var action = createDoneAction("Oil the hinges");
        setRetention(Map.of("actions", 30));
        advance(Duration.ofDays(29));
        noah.patch(action, noah.get(action).etag(), Map.of("title", "Oil all hinges"))
                .expect(200);

        advance(Duration.ofDays(2));
        awaitNightlyDeletion();

        noah.get(action).expect(200);
        advance(Duration.ofDays(29));
        awaitNotFound(action);
    }

    @Test
    void aShorterTimeCanBeUndoneForADay() {
        var action = createDoneAction("Oil the hinges");
        setRetention(Map.of("actions", 365));
        advance(Duration.ofDays(60));

        var shortened = setRetention(Map.of("actions", 30));
        assertThat(shortened.json().at("/deletableFrom/actions").isString()).isTrue();
        advance(Duration.ofHours(23));
        awaitNightlyDeletion();
        noah.get(action).expect(200);

        setRetention(Map.of("actions", 365));
        advance(Duration.ofDays(3));
        awaitNightlyDeletion();
        noah.get(action).expect(200);
        assertThat(lea.get(workspace + "/settings")
                        .json()
                        .at("/deletableFrom/actions")
                        .isNull())
                .isTrue();

        setRetention(Map.of("actions", 30));
        advance(Duration.ofDays(2));
        awaitNotFound(action);
    }

    @Test
    void filesGoAndTheirWorkStaysAsItWas() {
        var action = town.action(project, noah, "Paint the door");
        var file = action + "/attachments/"
                + AttachmentClient.upload(noah, action, "Blue".getBytes(StandardCharsets.UTF_8))
                        .expect(201)
                        .id();
        var before = noah.get(action).expect(200);
        setRetention(Map.of("photos", 30));

        advance(Duration.ofDays(31));

        awaitNotFound(file + "/content");
        assertThat(noah.get(action).text()).isEqualTo(before.text());
        assertThat(town.events(action).getLast().type()).isEqualTo("workspace.attachment-deleted");
        assertThat(lea.get(workspace + "/plan").json().at("/storageBytes/used").asInt())
                .isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(countDocuments("leftovers")).isZero());
        noah.patch(action, before.etag(), Map.of("state", "DONE")).expect(200);
    }

    @Test
    void notesOfWhatHappenedGo() {
        town.action(project, noah, "Paint the door");
        setRetention(Map.of("logs", 90));
        assertThat(countDocuments("activity")).isPositive();

        advance(Duration.ofDays(91));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(countDocuments("activity")).isZero());
        lea.get(workspace + "/audit-log").expect(200);
    }

    @Test
    void aPreviewSaysHowMuchWouldGoAndChangesNothing() {
        var action = createDoneAction("Oil the hinges");
        createDoneAction("Wash the floor");
        town.action(project, noah, "Paint the door");
        AttachmentClient.upload(noah, action, "Rapeseed".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        advance(Duration.ofDays(40));
        createDoneAction("Sweep the yard");

        var preview = lea.get(workspace + "/settings/preview?actions=30&photos=30&logs=3650")
                .expect(200);

        assertThat(preview.json().path("actions").asInt()).isEqualTo(2);
        assertThat(preview.json().path("photos").asInt()).isEqualTo(1);
        assertThat(preview.json().path("logs").asInt()).isZero();
        assertThat(preview.json().path("runs").isNull()).isTrue();
        assertThat(lea.get(workspace + "/settings").etag()).isEqualTo("\"0\"");
        noah.get(action).expect(200);
    }

    @Test
    void manyGoInBatchesEachOnceAlthoughAnInstanceDied() {
        var paths = new HashMap<String, Integer>();
        for (int i = 0; i < 45; i++) {
            paths.put(createDoneAction("Job " + i), i);
        }
        setRetention(Map.of("actions", 30));
        clock.advance(Duration.ofDays(31).plusSeconds(60));
        var claimed = new Document("state", "CLAIMED").append("dueAt", Date.from(Instant.EPOCH));
        town.mongo()
                .getCollection("work_items")
                .updateOne(
                        nightlyDeletion(),
                        new Document("$set", claimed).append("$inc", new Document("token", 1L).append("attempts", 1)));

        paths.keySet().forEach(this::awaitNotFound);
        paths.keySet()
                .forEach(path -> assertThat(town.events(path).stream()
                                .filter(outboxMessage -> outboxMessage.type().equals("workspace.action-deleted")))
                        .hasSize(1));
    }

    @Test
    void aDeletedWorkspaceIsNoLongerLookedAt() {
        setRetention(Map.of("actions", 30));

        lea.send(org.springframework.http.HttpMethod.DELETE, workspace, Map.of("name", "Atelier Martin"))
                .expect(202);

        var note = new Document("_id", UUID.fromString(workspace.split("/")[3]));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> town.mongo().getCollection("retentions").countDocuments(note) == 0);
    }

    @TestConfiguration
    static class MutableClockConfiguration {
        @Bean
        @Primary
        MutableClock laterClock() {
            return new MutableClock();
        }
    }
}
