package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.web.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that Stripe says, in any version of its API; only the fields that are the same in all of them are read.
 *
 * @param created when it happened, in seconds
 * @param object what it is about, as it was then
 */
record StripeEvent(String id, String type, long created, JsonNode object) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static StripeEvent read(String body) {
        JsonNode event;
        try {
            event = JSON.readTree(body);
        } catch (JacksonException e) {
            throw InvalidInput.of("body", "is no JSON");
        }
        var id = text(event, "id");
        var type = text(event, "type");
        var created = event.path("created");
        var object = event.path("data").path("object");
        if (id == null || type == null || !created.isIntegralNumber() || !object.isObject()) {
            throw InvalidInput.of("body", "must be an event with id, type, created and data.object");
        }
        return new StripeEvent(id, type, created.asLong(), object);
    }

    /** A field of the object; null where it is none of 1 to 2,000 characters. */
    @Nullable String text(String field) {
        return text(object, field);
    }

    @Nullable Instant time(String field) {
        var seconds = object.path(field);
        return seconds.isIntegralNumber() ? Instant.ofEpochSecond(seconds.asLong()) : null;
    }

    static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isString()) {
            return null;
        }
        var text = value.asString();
        return text.isEmpty() || text.length() > 2_000 ? null : text;
    }
}
