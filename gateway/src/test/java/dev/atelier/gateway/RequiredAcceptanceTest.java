package dev.atelier.gateway;

import static dev.atelier.gateway.RoutingTest.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A user who must accept a document is refused and told what to accept. */
@GatewayTest
class RequiredAcceptanceTest {
    private static final String NOTHING = "{\"items\":[]}";
    private static final String TERMS = "{\"items\":[{\"document\":\"TERMS\",\"number\":3}]}";

    private final UserId person = GatewayClient.newUser();
    private final String workspace = "/api/workspaces/" + WorkspaceId.next();
    private volatile String owed = TERMS;

    @Autowired
    private GatewayClient door;

    @BeforeEach
    void respondWithRequiredAcceptances() throws Exception {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
        GatewayClient.IDENTITY.respondWith(this::answer);
        // The breaker may be open after tests in which identity-service was not available.
        var somebody = GatewayClient.newUser();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            var status = door.send(door.as(somebody, workspace)).statusCode();
            return status == 403;
        });
        GatewayClient.WORKSPACE.respondHello();
        GatewayClient.IDENTITY.respondWith(this::answer);
    }

    @AfterEach
    void leaveThemAsTheyWere() {
        GatewayClient.IDENTITY.respondHello();
    }

    private void answer(HttpExchange exchange) throws IOException {
        FakeService.answer(exchange, 200, "application/json", owed);
    }

    private long askedForDuties() {
        return GatewayClient.IDENTITY.received().stream()
                .filter(request -> request.line().equals("GET /api/me/legal-documents/required-acceptances"))
                .count();
    }

    @Test
    void whoHasYetToAcceptIsRefusedByNameUntilTheyDo() throws Exception {
        var refused = door.send(door.as(person, workspace));

        expect(refused, 403, "acceptance-required");
        var problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.at("/documents/0/document").asString()).isEqualTo("TERMS");
        assertThat(problem.at("/documents/0/number").asInt()).isEqualTo(3);
        assertThat(problem.path("detail").asString()).contains("/api/me/legal-documents");
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
        assertThat(GatewayClient.IDENTITY.received().getFirst().header("Authorization"))
                .startsWith("Bearer ey");

        expect(door.send(door.as(person, workspace)), 403, "acceptance-required");
        assertThat(askedForDuties()).as("that something is owed is remembered").isEqualTo(1);

        owed = NOTHING;
        door.send(door.as(person, "/api/me/legal-documents/TERMS/accept").POST(BodyPublishers.noBody()));

        assertThat(door.send(door.as(person, workspace)).statusCode()).isEqualTo(200);
        assertThat(door.send(door.as(person, workspace)).statusCode()).isEqualTo(200);
        assertThat(askedForDuties()).as("that nothing is owed is remembered").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/me",
        "GET, /api/me/legal-documents",
        "POST, /api/me/legal-documents/TERMS/accept",
        "GET, /api/public/legal-documents/TERMS",
        "DELETE, /api/me/sessions",
        "PUT, /api/me/consents/NEWSLETTER",
        "DELETE, /api/me/avatar",
        "POST, /api/support-requests",
        "GET, /api/workspaces",
        "DELETE, /api/workspaces/019ab2f3-0000-7000-8000-000000000000",
        "GET, /api/deletions/019ab2f3-0000-7000-8000-000000000000",
        "POST, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/leave",
        "PUT, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/management-offer",
        "GET, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/members",
    })
    void readingAcceptingAndLeavingStayOpen(String method, String path) throws Exception {
        var answer = door.send(door.as(person, path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(askedForDuties()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/me",
        "PUT, /api/me/avatar",
        "POST, /api/workspaces",
        "DELETE, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/members/019ab2f3-0000-7000-8000-000000000001",
        "GET, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/projects",
        "GET, /api/workspaces/019ab2f3-0000-7000-8000-000000000000/members%2F",
    })
    void whatIsBesideThemDoesNot(String method, String path) throws Exception {
        var answer = door.send(door.as(person, path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @Test
    void whereNobodyCanSayPeopleGoOn() throws Exception {
        GatewayClient.IDENTITY.respondWith(
                exchange -> FakeService.answer(exchange, 500, "application/problem+json", "{}"));
        assertThat(door.send(door.as(person, workspace)).statusCode()).isEqualTo(200);

        GatewayClient.IDENTITY.stop();
        try {
            assertThat(door.send(door.as(person, workspace)).statusCode()).isEqualTo(200);
        } finally {
            GatewayClient.IDENTITY.restart();
        }
    }

    @Test
    void serviceAccountsAcceptNothing() throws Exception {
        var token = TestTokens.serviceAccount(person, WorkspaceId.next(), "workspace:read");

        assertThat(door.send(door.with(token, workspace)).body()).doesNotContain("acceptance-required");
        assertThat(askedForDuties()).isZero();
    }
}
