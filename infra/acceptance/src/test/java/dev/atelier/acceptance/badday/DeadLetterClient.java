package dev.atelier.acceptance.badday;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The dead letters of one service, as an operator reads them through the gateway. */
record DeadLetterClient(ApiClient operator, String service) {
    private String path(String below) {
        return "/api/operator/" + service + "/dead-letters" + below;
    }

    /** Returns all dead letters, newest first. */
    List<JsonNode> all() {
        var letters = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = operator.get(path("?limit=100" + next)).expect(200).json();
            page.path("items").forEach(letters::add);
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());
        return letters;
    }

    Optional<JsonNode> withKey(String key) {
        return all().stream()
                .filter(letter -> letter.path("key").asString("").equals(key))
                .findFirst();
    }

    /** Returns the reasons in order of arrival. */
    List<String> reasonsOf(String subject) {
        return StreamSupport.stream(all().reversed().spliterator(), false)
                .filter(letter -> letter.path("subject").asString("").equals(subject))
                .map(letter -> letter.path("reason").asString())
                .toList();
    }

    /** Returns the id of a subject's first dead letter with this reason. */
    String id(String subject, String reason) {
        return all().reversed().stream()
                .filter(letter -> letter.path("subject").asString("").equals(subject))
                .filter(letter -> letter.path("reason").asString().equals(reason))
                .map(letter -> letter.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    ApiClientResponse read(String id) {
        return operator.get(path("/" + id));
    }

    ApiClientResponse replay(String id) {
        return operator.postOnce(path("/" + id + "/replay"), Map.of());
    }

    ApiClientResponse drop(String id, Object body) {
        return operator.request("DELETE", path("/" + id), body, Map.of());
    }
}
