package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.TestEventPublisher.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

/** Endpoints over HTTP: permissions and problems. */
@ServiceTest
class WebhookEndpointTest {
    private static final Map<String, Object> ENDPOINT = Map.of(
            "url",
            "http://127.0.0.1:9/hook",
            "description",
            "the ERP",
            "events",
            List.of("agent-run.*", "report.report-ready"));

    @Autowired
    private TestEventPublisher town;

    @Autowired
    private MongoTemplate mongo;

    private TestWorkspace house;

    @BeforeEach
    void createWorkspace() {
        house = town.createWorkspace();
    }

    @Test
    void theSecretIsShownOnceAndStoredSealed() {
        var created = house.manager().post(house.endpoints(), ENDPOINT).expect(201);
        var secret = created.get("secret");
        assertThat(secret).startsWith("whsec_").hasSizeGreaterThan(40);

        var path = house.endpoints() + "/" + created.id();
        assertThat(house.manager().get(path).expect(200).text()).doesNotContain("secret", secret);
        assertThat(house.manager().get(house.endpoints()).expect(200).text()).doesNotContain(secret);
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find(new Document("workspaceId", new Document("$exists", true)))
                    .forEach(document -> assertThat(document.toJson()).doesNotContain(secret.substring(6)));
        }
    }

    @Test
    void anEndpointIsMadeOnceForOneKeyAndItsSecretShownAgain() {
        var once = house.manager().with("Idempotency-Key", "the-same");
        var first = once.post(house.endpoints(), ENDPOINT).expect(201);
        var second = once.post(house.endpoints(), ENDPOINT).expect(201);

        assertThat(second.get("secret")).isEqualTo(first.get("secret"));
        assertThat(house.manager().get(house.endpoints()).items("id")).containsExactly(first.id());
    }

    @Test
    void aChangeIsMadeOnTheVersionThatWasRead() {
        var created = house.manager().post(house.endpoints(), ENDPOINT).expect(201);
        var path = house.endpoints() + "/" + created.id();

        var changed = house.manager()
                .patch(path, created.etag(), Map.of("description", "the new ERP"))
                .expect(200);
        assertThat(changed.get("description")).isEqualTo("the new ERP");
        assertThat(changed.get("url")).isEqualTo("http://127.0.0.1:9/hook");
        house.manager().patch(path, created.etag(), Map.of("description", "x")).refused(412, "stale");
        house.manager().send(HttpMethod.PATCH, path, Map.of()).refused(428, "if-match-missing");
        house.manager().delete(path).refused(428, "if-match-missing");
        house.manager().with("If-Match", created.etag()).delete(path).refused(412, "stale");
    }

    @Test
    void aWorkspaceHasALimitedNumberOfEndpoints() {
        for (int i = 0; i < 6; i++) {
            house.manager().post(house.endpoints(), ENDPOINT).expect(201);
        }
        house.manager().post(house.endpoints(), ENDPOINT).refused(409, "too-many-endpoints");

        var page = house.manager().get(house.endpoints() + "?limit=4").expect(200);
        var rest = house.manager()
                .get(house.endpoints() + "?limit=4&cursor=" + page.next())
                .expect(200);
        assertThat(rest.items("id")).hasSize(2).doesNotContainAnyElementsOf(page.items("id"));
        assertThat(rest.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "POST, ''",
        "GET, /{id}",
        "PATCH, /{id}",
        "DELETE, /{id}",
        "POST, /{id}/pause",
        "POST, /{id}/resume",
        "POST, /{id}/test",
        "GET, /{id}/deliveries",
        "GET, /{id}/deliveries/0198f0d0-0000-7000-8000-000000000000",
    })
    void onlyTheManagerMay(String method, String path) {
        var id = house.manager().post(house.endpoints(), ENDPOINT).expect(201).id();
        var body = method.equals("POST") && path.isEmpty() ? ENDPOINT : method.equals("PATCH") ? Map.of() : null;
        var full = house.endpoints() + path.replace("{id}", id);
        var verb = HttpMethod.valueOf(method);

        house.member().with("If-Match", "\"0\"").send(verb, full, body).refused(403, "only-the-manager");
        var stranger = town.person().with("If-Match", "\"0\"");
        var foreign = stranger.send(verb, full, body).refused(404, "not-found");
        var unknown = stranger.send(
                        verb,
                        full.replace(house.id().toString(), WorkspaceId.next().toString()),
                        body)
                .refused(404, "not-found");
        assertThat(foreign.get("detail")).isEqualTo(unknown.get("detail"));
        var elsewhere = town.createWorkspace();
        elsewhere.manager().with("If-Match", "\"0\"").send(verb, full, body).refused(404, "not-found");
        if (path.startsWith("/{id}")) {
            house.manager()
                    .with("If-Match", "\"0\"")
                    .send(verb, full.replace(id, WebhookEndpointId.next().toString()), body)
                    .refused(404, "not-found");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"ftp://example.org\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"no address\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https:///path\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://user:word@example.org\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://example.org/#part\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://no-such-host.invalid/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://10.0.0.1/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://169.254.169.254/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://[::ffff:10.0.0.1]/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://[fd00::1]/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"http://93.184.216.34/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://127.0.0.1:65536/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://127.0.0.1:0/\", \"events\": [\"agent-run.*\"]} | url",
                "{\"events\": [\"agent-run.*\"]} | url",
                "{\"url\": 7, \"events\": [\"agent-run.*\"]} | url",
                "{\"url\": \"https://127.0.0.1/\"} | events",
                "{\"url\": \"https://127.0.0.1/\", \"events\": []} | events",
                "{\"url\": \"https://127.0.0.1/\", \"events\": [\"nothing.*\"]} | events[0]",
                "{\"url\": \"https://127.0.0.1/\", \"events\": [\"agent-run.*\", \"identity.user-registered\"]} | events[1]",
                "{\"url\": \"https://127.0.0.1/\", \"events\": [\"agent-run.*\"], \"colour\": 1} | colour",
            })
    void badInputIsRefusedByField(String body, String field) {
        assertThat(house.manager()
                        .post(house.endpoints(), body)
                        .refused(400, "invalid-input")
                        .errors())
                .containsExactly(field);
    }

    @Test
    void whatIsTooLongIsRefused() {
        var tooLong = Map.of(
                "url",
                "https://127.0.0.1/" + "x".repeat(2_000),
                "description",
                "x".repeat(501),
                "events",
                List.of("*"));
        assertThat(house.manager()
                        .post(house.endpoints(), tooLong)
                        .refused(400, "invalid-input")
                        .errors())
                .containsExactlyInAnyOrder("url", "description");
    }

    @Test
    void aPausedEndpointTakesNoTest() {
        var id = house.manager().post(house.endpoints(), ENDPOINT).expect(201).id();
        var path = house.endpoints() + "/" + id;
        house.manager().post(path + "/pause", null).expect(200);

        house.manager().post(path + "/test", null).refused(409, "endpoint-paused");
        assertThat(house.manager().get(path).get("pauseReason")).isEqualTo("PERSON");
    }

    @ParameterizedTest
    @CsvSource({
        "/deliveries?state=GONE, state",
        "/deliveries?limit=101, limit",
        "/deliveries?cursor=x, cursor",
        "/deliveries/7, deliveryId"
    })
    void badQuestionsAreRefusedByName(String path, String field) {
        var id = house.manager().post(house.endpoints(), ENDPOINT).expect(201).id();

        assertThat(house.manager()
                        .get(house.endpoints() + "/" + id + path)
                        .refused(400, "invalid-input")
                        .errors())
                .containsExactly(field);
    }
}
