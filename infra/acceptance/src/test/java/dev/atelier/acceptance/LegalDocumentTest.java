package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator publishes legal documents, active users are notified, users and managers accept them. */
class LegalDocumentTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aNewVersionIsReadByEverybodyToldByMailAndAccepted() {
        var reader = system.demo().workshop().manager();
        var before = outlook("TERMS");
        assertThat(before.json().path("recipientCount").asLong()).isPositive();
        int number = before.json().path("latestVersion").asInt() + 1;

        publish("TERMS", before, Map.of("en", "# Terms\n\nBe kind.", "fr", "# Conditions\n\nSoyez gentils."))
                .expect(201);

        var stranger = system.neighbours().nobody();
        assertThat(stranger.get("/api/public/legal-documents/TERMS/page?language=FR")
                        .expect(200)
                        .body())
                .contains("<h1>Conditions</h1>");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.stack().mails().mailsTo(reader.email()))
                        .anySatisfy(mail -> assertThat(mail.text())
                                .contains("/api/public/legal-documents/TERMS/page?number=" + number)));
        var accepted = reader.person()
                .post("/api/me/legal-documents/TERMS/accept", Map.of("number", number))
                .expect(200);
        assertThat(accepted.json().path("acceptedVersion").asInt()).isEqualTo(number);
        reader.person()
                .post("/api/me/legal-documents/TERMS/accept", Map.of("number", number + 1))
                .expect(409);
    }

    @Test
    void aManagerAcceptsTheAddendumAndTheHistoryOfTheWorkspaceKnows() {
        var team = system.team();
        var before = outlook("DATA_PROCESSING_ADDENDUM");
        publish("DATA_PROCESSING_ADDENDUM", before, Map.of("en", "# Addendum", "fr", "# Accord"))
                .expect(201);
        int number = before.json().path("latestVersion").asInt() + 1;
        var path = team.path("/data-processing-addendum");

        team.member().person().get(path).expect(403);
        team.manager().person().post(path + "/accept", Map.of("number", number)).expect(200);

        assertThat(team.manager()
                        .person()
                        .get(path)
                        .expect(200)
                        .json()
                        .path("acceptedVersion")
                        .asInt())
                .isEqualTo(number);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(team.manager()
                                .person()
                                .get(team.path("/audit-log?type=identity.addendum-accepted"))
                                .expect(200)
                                .json()
                                .path("items"))
                        .hasSize(1));
    }

    private ApiClientResponse outlook(String document) {
        return system.operator()
                .get("/api/operator/legal-documents/" + document)
                .expect(200);
    }

    private ApiClientResponse publish(String document, ApiClientResponse outlook, Map<String, String> text) {
        return system.operator()
                .request(
                        "POST",
                        "/api/operator/legal-documents/" + document + "/versions",
                        Map.of("text", text, "changes", Map.of("en", "All.", "fr", "Tout."), "material", false),
                        Map.of("If-Match", outlook.etag()));
    }
}
