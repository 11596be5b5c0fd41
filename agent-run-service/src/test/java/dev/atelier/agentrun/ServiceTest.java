package dev.atelier.agentrun;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.testkit.RealBackingServices;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service with real MongoDB and Kafka; workspace-service's internal routes are a stand-in over HTTP. Lea
 * manages a workspace; Noah participates in its project; Mia is a member outside the project; Zoe is not a member.
 */
@RealMongo
@RealKafka
@TrustTestTokens
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.client-secret=of-the-test",
            "atelier.mongo.tenant-guard=true",
            "atelier.models.allow-private-addresses=true",
            "atelier.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
public abstract class ServiceTest {
    protected static final FakeWorkspaceService WORKSPACE_SERVICE = new FakeWorkspaceService();

    protected final WorkspaceId workspace = new WorkspaceId(UuidV7.next());
    protected final ProjectId project = new ProjectId(UuidV7.next());
    protected final UserId lea = new UserId(UuidV7.next());
    protected final UserId noah = new UserId(UuidV7.next());
    protected final UserId mia = new UserId(UuidV7.next());
    protected final UserId zoe = new UserId(UuidV7.next());
    protected final StatePublisher states =
            new StatePublisher(RealBackingServices.kafka().bootstrapServers());

    @Autowired
    private WorkspaceAuthorization access;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("atelier.services.workspace", WORKSPACE_SERVICE::address);
    }

    @BeforeAll
    void people() {
        states.workspace(workspace, lea);
        states.member(workspace, lea, WorkspaceRole.MANAGER, false);
        states.member(workspace, noah, WorkspaceRole.MEMBER, false);
        states.member(workspace, mia, WorkspaceRole.MEMBER, false);
        states.project(workspace, project, lea, noah);
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            access.workspaceName(workspace);
            access.requireManager(workspace, lea);
            access.requireParticipant(workspace, project, noah);
            access.requireMember(workspace, mia);
        });
    }

    @BeforeEach
    void freshNeighbour() {
        WORKSPACE_SERVICE.forget();
    }

    protected AgentRunClient as(UserId user) {
        return with(TestTokens.of(user));
    }

    protected AgentRunClient with(String token) {
        return new AgentRunClient("http://127.0.0.1:" + port, token);
    }

    protected String path(String rest) {
        return "/api/workspaces/" + workspace + rest;
    }
}
