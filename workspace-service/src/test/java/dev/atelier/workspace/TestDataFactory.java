package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people and workspaces of a test. */
@TestComponent
class TestDataFactory {
    private final Environment environment;
    private final MongoTemplate mongo;

    TestDataFactory(Environment environment, MongoTemplate mongo) {
        this.environment = environment;
        this.mongo = mongo;
    }

    /** Returns an activated person with this first name. */
    TestUser person(String name) {
        return person(name, true, false);
    }

    TestUser person(String name, boolean activated, boolean deactivated) {
        var id = new UserId(UUID.randomUUID());
        var email =
                name.toLowerCase(java.util.Locale.ROOT) + "." + id.toString().substring(0, 8) + "@example.org";
        storeUserState(id, name, email, activated, deactivated, 1);
        return TestUser.person(http(), id, email);
    }

    /** Stores the person's state as if identity-service had published it. */
    void storeUserState(UserId id, String name, String email, boolean activated, boolean deactivated, long version) {
        mongo.getCollection("state.users")
                .replaceOne(
                        new Document("_id", id.toString()),
                        new Document("version", version)
                                .append("ended", false)
                                .append(
                                        "state",
                                        new Document("userId", id.value())
                                                .append("firstName", name)
                                                .append("lastName", "Martin")
                                                .append("email", email)
                                                .append("activated", activated)
                                                .append("deactivated", deactivated)
                                                .append("ended", false)
                                                .append("version", version)),
                        new com.mongodb.client.model.ReplaceOptions().upsert(true));
    }

    /** Creates a workspace and returns its path. */
    String workspace(TestUser manager) {
        return "/api/workspaces/"
                + manager.post("/api/workspaces", Map.of("name", "Atelier Martin"))
                        .expect(201)
                        .id();
    }

    /** Invites people and accepts for them. */
    void addMember(String workspace, TestUser manager, TestUser guest) {
        var invitation = manager.post(workspace + "/invitations", Map.of("email", guest.email()))
                .expect(201)
                .id();
        guest.post("/api/invitations/accept", Map.of("token", token(invitation)))
                .expect(200);
    }

    /** Returns the token of the invitation's mail. */
    String token(String invitation) {
        var link = notifications()
                .get("/internal/invitations/" + invitation + "/mail")
                .expect(200)
                .get("link");
        assertThat(link).startsWith("https://atelier.test/invitations#token=");
        return link.substring(link.indexOf('=') + 1);
    }

    TestUser notifications() {
        return TestUser.person(http(), new UserId(UUID.randomUUID()), "").viaService("notification-service");
    }

    /** Creates a project and returns its path. */
    String project(String workspace, TestUser member) {
        return workspace + "/projects/"
                + member.post(workspace + "/projects", Map.of("name", "Relaunch"))
                        .expect(201)
                        .id();
    }

    /** Creates an action and returns its path. */
    String action(String project, TestUser participant, String title) {
        return project + "/actions/"
                + participant
                        .post(project + "/actions", Map.of("title", title))
                        .expect(201)
                        .id();
    }

    /** Returns the states of a topic about one person in the outbox, oldest first. */
    List<JsonNode> published(String topic, UserId person) {
        return outbox(new Document("aggregatetype", topic))
                .map(OutboxMessage::payload)
                .filter(state -> state.path("userId").asString("").equals(person.toString()))
                .toList();
    }

    /** Returns the events about the entity at this path, oldest first. */
    List<OutboxMessage> events(String path) {
        var steps = path.split("/");
        var subject = steps[steps.length - 2] + "/" + steps[steps.length - 1];
        return outbox(new Document("aggregatetype", "workspace.events").append("aggregateid", subject))
                .toList();
    }

    /** Returns the position, among all messages, of the message of this type about this workspace. */
    BsonTimestamp outboxPosition(String type, String workspace) {
        return positions(new Document("type", type).append("aggregateid", workspace.substring("/api/".length())))
                .getFirst();
    }

    /** Returns the positions of the messages of this type that this person caused. */
    List<BsonTimestamp> outboxPositions(String type, UserId by) {
        return positions(new Document("type", type).append("payload", Pattern.compile("\"by\":\"" + by)));
    }

    private List<BsonTimestamp> positions(Document filter) {
        return mongo.getCollection("outbox")
                .find(filter)
                .map(message -> message.get("seq", BsonTimestamp.class))
                .into(new ArrayList<>());
    }

    private Stream<OutboxMessage> outbox(Document filter) {
        return mongo.getCollection("outbox").find(filter).sort(new Document("seq", 1)).into(new ArrayList<>()).stream()
                .map(message -> new OutboxMessage(
                        message.getString("type"),
                        message.getLong("sequence"),
                        JsonMapper.shared().readTree(message.getString("payload"))));
    }

    /** A message in the outbox. */
    record OutboxMessage(String type, long sequence, JsonNode payload) {}

    MongoTemplate mongo() {
        return mongo;
    }

    private RestClient http() {
        // The other client would wait as long as Retry-After says, up to an hour.
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
                .build();
    }
}
