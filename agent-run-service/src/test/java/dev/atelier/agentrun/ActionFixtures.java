package dev.atelier.agentrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The actions of the bakery project as workspace-service returns them. */
final class ActionFixtures {
    static final Map<String, String> NAMES = Map.of(
            "01980000-0000-7000-9000-000000000001", "Lea Martin",
            "01980000-0000-7000-9000-000000000002", "Noah Weber");

    private static final JsonMapper JSON = JsonMapper.shared();

    private ActionFixtures() {}

    static String names() {
        var names = JSON.createArrayNode();
        NAMES.forEach((id, name) -> names.addObject().put("userId", id).put("displayName", name));
        return names.toString();
    }

    static String ndjson() {
        try (var file = ActionFixtures.class.getResourceAsStream("/board.json")) {
            return JSON.readTree(file)
                    .path("actions")
                    .valueStream()
                    .map(action -> action(action.path("id").asString(), action).toString())
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode action(String id, JsonNode words) {
        ObjectNode action = JSON.createObjectNode();
        action.put("id", id);
        action.put("title", words.path("title").asString(""));
        action.put("description", words.path("description").asString(""));
        action.put("state", words.path("state").asString("OPEN"));
        action.put("priority", words.path("priority").asString("NORMAL"));
        action.set("due", words.path("due").isMissingNode() ? JSON.nullNode() : words.path("due"));
        var assignees = action.putArray("assignees");
        words.path("assignees")
                .forEach(name -> NAMES.forEach((person, called) -> {
                    if (called.equals(name.asString())) {
                        assignees.add(person);
                    }
                }));
        action.put("createdBy", "01980000-0000-7000-9000-000000000001");
        action.put("createdAt", "2026-11-01T08:00:00Z");
        action.put("changedAt", "2026-11-01T08:00:00Z");
        action.put("version", 1);
        return action;
    }
}
