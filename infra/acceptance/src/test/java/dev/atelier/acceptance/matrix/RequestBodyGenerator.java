package dev.atelier.acceptance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Generates JSON bodies from a schema: a valid one, and one for each way to violate it. */
final class RequestBodyGenerator {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RequestBodyGenerator() {}

    /** A body with one violation. */
    record InvalidBody(String what, String text, String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Returns the smallest valid body: the required properties, or all of them if none is required. */
    static ObjectNode fitting(JsonNode schema) {
        var body = JSON.createObjectNode();
        var required = schema.path("required");
        for (var property : schema.path("properties").properties()) {
            boolean needed = required.isMissingNode();
            for (var name : required) {
                needed |= name.asString().equals(property.getKey());
            }
            if (needed) {
                body.set(property.getKey(), value(property.getValue()));
            }
        }
        return body;
    }

    static List<InvalidBody> bad(JsonNode schema) {
        var bad = new ArrayList<InvalidBody>();
        var fitting = fitting(schema);
        bad.add(new InvalidBody("malformed JSON", "{\"name\": ", ""));
        bad.add(new InvalidBody(
                "an unknown property",
                fitting.deepCopy().put("no-such-property", 1).toString(),
                "no-such-property"));
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            bad.add(with(fitting, "wrong type of " + name, name, wrongType(property.getValue())));
            outOfRange(property.getValue())
                    .forEach(value ->
                            bad.add(with(fitting, "out of range: " + name + " of " + summary(value), name, value)));
        }
        for (var name : schema.path("required")) {
            var without = fitting.deepCopy();
            without.remove(name.asString());
            bad.add(new InvalidBody("without " + name.asString(), without.toString(), name.asString()));
        }
        return bad;
    }

    private static InvalidBody with(ObjectNode fitting, String what, String field, JsonNode value) {
        var body = fitting.deepCopy();
        body.set(field, value);
        return new InvalidBody(what, body.toString(), field);
    }

    private static String summary(JsonNode value) {
        var text = value.toString();
        return text.length() > 20 ? text.length() + " characters" : text;
    }

    private static JsonNode wrongType(JsonNode schema) {
        return type(schema).equals("object")
                ? JSON.createArrayNode()
                : JSON.createObjectNode().put("wrong", "type");
    }

    private static List<JsonNode> outOfRange(JsonNode schema) {
        var values = new ArrayList<JsonNode>();
        var nodes = JSON.getNodeFactory();
        if (schema.has("maxLength") && schema.path("maxLength").asInt() < 100_000) {
            values.add(nodes.stringNode("x".repeat(schema.path("maxLength").asInt() + 1)));
        }
        if (schema.path("minLength").asInt(0) > 0) {
            values.add(nodes.stringNode(""));
        }
        if (schema.has("enum")) {
            values.add(nodes.stringNode("NO_SUCH_VALUE"));
        }
        if (schema.path("format").asString("").equals("uuid")) {
            values.add(nodes.stringNode("not-a-uuid"));
        }
        if (schema.path("format").asString("").equals("date")) {
            values.add(nodes.stringNode("31.12.2026"));
        }
        if (schema.has("maximum")) {
            values.add(nodes.numberNode(schema.path("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            values.add(nodes.numberNode(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maxItems") && schema.path("maxItems").asInt() <= 1000) {
            var items = JSON.createArrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                items.add(value(schema.path("items")));
            }
            values.add(items);
        }
        return values;
    }

    private static JsonNode value(JsonNode schema) {
        var nodes = JSON.getNodeFactory();
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        return switch (type(schema)) {
            case "integer", "number" ->
                nodes.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> nodes.booleanNode(false);
            case "array" -> JSON.createArrayNode();
            case "object" -> fitting(schema);
            default -> nodes.stringNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (!type.isArray()) {
            return type.asString("string");
        }
        for (var one : type) {
            if (!one.asString().equals("null")) {
                return one.asString();
            }
        }
        return "string";
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(0, 1).toString();
            case "date" -> "2026-12-31";
            case "date-time" -> "2026-12-31T00:00:00Z";
            case "email" -> "somebody@bakery.example";
            case "uri" -> "http://127.0.0.1:9/";
            default -> "x".repeat(Math.max(8, schema.path("minLength").asInt(0)));
        };
    }
}
