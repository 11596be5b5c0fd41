package dev.atelier.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace is integrated with the system that hosts its code. */
class CodeHostIntegrationTest {
    private static final String TOKEN = "forge-token-0123456789-7pQx";

    private final RunningSystem system = RunningSystem.get();
    private HttpServer forge;

    @BeforeEach
    void aForge() throws IOException {
        forge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        forge.createContext("/api/v1/", exchange -> {
            try (exchange) {
                var known =
                        ("token " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
                var answer = (known ? "{\"login\": \"workshop\"}" : "{}").getBytes(UTF_8);
                exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        forge.start();
    }

    @AfterEach
    void gone() {
        forge.stop(0);
    }

    private Map<String, Object> described(String secret) {
        return Map.of(
                "kind",
                "FORGEJO",
                "name",
                "Our code",
                "address",
                "http://127.0.0.1:" + forge.getAddress().getPort(),
                "references",
                List.of("workshop/site"),
                "secret",
                secret);
    }

    @Test
    void theManagerConnectsItAndTheMembersSeeWithWhat() {
        var team = system.team();
        var manager = team.manager().person();
        var member = team.member().person();
        var integrations = team.path("/integrations");

        var wrong = manager.post(integrations, described("not-the-right-token")).expect(422);
        assertThat(wrong.text("code")).isEqualTo("secret-refused");
        var connected = manager.post(integrations, described(TOKEN)).expect(201);
        assertThat(connected.text("account")).isEqualTo("workshop");
        assertThat(connected.text("lastFour")).isEqualTo("7pQx");

        var there = integrations + "/" + connected.text("id");
        var seen = member.get(there).expect(200);
        assertThat(seen.text("name")).isEqualTo("Our code");
        assertThat(seen.json().toString()).doesNotContain("7pQx");
        member.post(integrations, described(TOKEN)).expect(403);
        system.neighbours().stranger().get(there).expect(404);

        forge.stop(0);
        assertThat(manager.post(there + "/test", Map.of()).expect(422).text("code"))
                .isEqualTo("unreachable");
        manager.request("DELETE", there, null, Map.of("If-Match", connected.etag()))
                .expect(204);
        member.get(there).expect(404);
        assertThat(manager.get(team.path("/audit-log?type=workspace.integration-removed"))
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
