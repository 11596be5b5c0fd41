package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UuidV7;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** Limits of a workspace. */
@TestPropertySource(properties = {"atelier.engine.enabled=false", "atelier.mongo.tenant-guard=false"})
class WorkspaceLimitTest extends ServiceTest {
    @Autowired
    private MongoTemplate mongo;

    @Test
    void aWorkspaceHasFiveHundredAgentsAndNotOneMore() {
        var draft = Map.of("name", "Status", "instructions", "Be brief.");
        as(lea).post(path("/agents"), draft).expect(201);
        var agents = mongo.getCollection("agents");
        var one = agents.find(new Document("workspaceId", workspace.value())).first();
        assertThat(one).isNotNull();
        agents.insertMany(IntStream.range(0, 498)
                .mapToObj(n -> new Document(one).append("_id", UuidV7.next()))
                .toList());

        as(lea).post(path("/agents"), draft).expect(201);
        var refused = as(lea).post(path("/agents"), draft).expect(409);

        assertThat(refused.problem()).isEqualTo("too-many-agents");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(500);
    }
}
