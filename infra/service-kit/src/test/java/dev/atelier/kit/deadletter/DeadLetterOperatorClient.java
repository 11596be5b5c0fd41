package dev.atelier.kit.deadletter;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An operator who reads, replays and drops dead letters of a service over HTTP. */
public record DeadLetterOperatorClient(RestTestClient http, String service) {
    public RestTestClient.ResponseSpec read(String id) {
        return ask(HttpMethod.GET, "/" + id).exchange();
    }

    public RestTestClient.ResponseSpec replay(String id) {
        return ask(HttpMethod.POST, "/" + id + "/replay").exchange();
    }

    /** Replays a dead letter and returns the body of the response, whatever its status. */
    public String replayBody(String id) {
        var body = replay(id).returnResult(String.class).getResponseBody();
        return body == null ? "" : body;
    }

    public RestTestClient.ResponseSpec drop(String id, String body) {
        return ask(HttpMethod.DELETE, "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.RequestBodySpec ask(HttpMethod method, String path) {
        return http.method(method)
                .uri("/api/operator/" + service + "/dead-letters" + path)
                .header("Authorization", "Bearer " + TestTokens.operator(new UserId(UUID.randomUUID())));
    }
}
