package dev.atelier.kit.deadletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Masks payloads: field names and ids stay, every other value becomes {@code ***}. */
final class PayloadMasker {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PayloadMasker() {}

    static @Nullable JsonNode mask(@Nullable String payload) {
        if (payload == null) {
            return null;
        }
        try {
            return masked(JSON.readTree(payload));
        } catch (JacksonException e) {
            return NODES.stringNode("***");
        }
    }

    /** Returns a single text, masked unless it is an id. */
    static @Nullable String maskText(@Nullable String text) {
        return text == null || isId(text) ? text : "***";
    }

    private static JsonNode masked(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), masked(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = NODES.arrayNode();
                array.values().forEach(item -> copy.add(masked(item)));
                yield copy;
            }
            default -> value.isString() && isId(value.stringValue()) ? value : NODES.stringNode("***");
        };
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
