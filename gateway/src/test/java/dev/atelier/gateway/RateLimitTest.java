package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RateLimitTest {
    private final UserId lea = GatewayClient.newUser();

    @Autowired
    private GatewayClient door;

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
    }

    @Test
    void aTokenThatAsksTooOftenIsToldToWait() throws Exception {
        var token = TestTokens.of(lea);

        var refused = askUntilRefused(token);

        RoutingTest.expect(refused, 429, "too-many-requests");
        assertThat(refused.body()).contains("\"limit\":\"token\"");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.headers().allValues("RateLimit-Policy"))
                .contains("\"address\";q=6000;w=60", "\"user\";q=40;w=60", "\"token\";q=30;w=60");
        assertThat(refused.headers().allValues("RateLimit")).anyMatch(state -> state.startsWith("\"token\";r=0;t="));
    }

    @Test
    void anotherTokenDoesNotHelpAPersonWhoAsksTooOften() throws Exception {
        askUntilRefused(TestTokens.of(lea));

        var refused = askUntilRefused(TestTokens.of(lea));

        assertThat(refused.body()).contains("\"limit\":\"user\"");
    }

    @Test
    void othersGoOn() throws Exception {
        askUntilRefused(TestTokens.of(lea));

        assertThat(door.send(door.as(GatewayClient.newUser(), "/api/workspaces"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> askUntilRefused(String token) throws Exception {
        for (int i = 0; i < 100; i++) {
            var answer = door.send(door.with(token, "/api/workspaces"));
            if (answer.statusCode() != 200) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }
}
