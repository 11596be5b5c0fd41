package dev.atelier.kit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.OpenApiGoldenFile;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TrustTestTokens
@SpringBootTest(
        classes = ScopeInterceptorTest.ScopeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=scopes",
            "spring.autoconfigure.exclude="
                    + "dev.atelier.kit.mongo.MongoKitAutoConfiguration,"
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
class ScopeInterceptorTest {
    private static final String PROJECTS = "/api/workspaces/%s/projects";

    private final UserId account = new UserId(UUID.randomUUID());
    private final WorkspaceId own = WorkspaceId.next();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void aScopeOpensItsRoutesAndNoOther() throws Exception {
        var token = TestTokens.serviceAccount(account, own, "projects:read", "made:up");

        assertThat(ask("GET", PROJECTS.formatted(own), token).status()).isEqualTo(200);

        var refused = ask("POST", PROJECTS.formatted(own), token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:atelier:problem:missing-scope");
        assertThat(refused.body().path("scope").asString()).isEqualTo("projects:write");
    }

    @Test
    void whatHasNoScopeIsForPeople() throws Exception {
        var refused = ask("GET", "/api/me", TestTokens.serviceAccount(account, own, "workspace:read"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:atelier:problem:not-for-service-accounts");
    }

    @Test
    void anotherWorkspaceIsNotFoundWhateverTheScopes() throws Exception {
        var token = TestTokens.serviceAccount(account, own, "projects:read", "projects:write");

        assertThat(ask("GET", PROJECTS.formatted(WorkspaceId.next()), token).status())
                .isEqualTo(404);
        assertThat(ask("POST", PROJECTS.formatted(WorkspaceId.next()), token).status())
                .isEqualTo(404);
    }

    @Test
    void peopleNeedNoScope() throws Exception {
        var token = TestTokens.aToken(account.toString())
                .claim("scope", "openid email")
                .signed();

        assertThat(ask("GET", PROJECTS.formatted(own), token).status()).isEqualTo(200);
        assertThat(ask("GET", "/api/me", token).status()).isEqualTo(200);
    }

    @Test
    void theDocumentNamesTheScopeOfARoute() {
        var paths = JsonMapper.shared().readTree(OpenApiGoldenFile.read(port)).path("paths");

        var scoped = paths.at("/~1api~1workspaces~1{workspaceId}~1projects/post");
        assertThat(scoped.at("/security/1/serviceAccount/0").asString()).isEqualTo("projects:write");
        var forPeople = paths.at("/~1api~1me/get");
        assertThat(forPeople.has("security")).isFalse();
        assertThat(forPeople.path("responses").has("403")).isTrue();
    }

    private TestResponse ask(String method, String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return new TestResponse(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    private record TestResponse(int status, JsonNode body) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ScopedRouteController.class)
    static class ScopeApplication {}

    @RestController
    static class ScopedRouteController {
        @GetMapping("/api/workspaces/{workspaceId}/projects")
        String list(@PathVariable WorkspaceId workspaceId) {
            return "{}";
        }

        @PostMapping("/api/workspaces/{workspaceId}/projects")
        String begin(@PathVariable WorkspaceId workspaceId) {
            return "{}";
        }

        @GetMapping("/api/me")
        String me() {
            return "{}";
        }
    }
}
