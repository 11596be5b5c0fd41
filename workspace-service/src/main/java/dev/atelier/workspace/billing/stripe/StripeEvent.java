package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.problem.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Stripe event of any API version; only fields that are the same in all versions are read.
 *
 * @param created when it happened, in seconds
 * @param object what it is about, in its state at that time
 * @param previous the earlier values of changed fields; empty if the event does not contain them
 */
record StripeEvent(String id, String type, long created, JsonNode object, JsonNode previous) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** All fields of an object that are read, and so all that is stored of an event that must wait. */
    private static final List<String> READ = List.of(
            "id",
            "customer",
            "client_reference_id",
            "metadata",
            "status",
            "created",
            "items",
            "number",
            "currency",
            "total",
            "due_date",
            "hosted_invoice_url");

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
        return new StripeEvent(
                id, type, created.asLong(), object, event.path("data").path("previous_attributes"));
    }

    /** Writes the event so that it can be read again, without any data about the person who pays. */
    String write() {
        var kept = JSON.createObjectNode();
        READ.forEach(field -> {
            var value = object.path(field);
            if (!value.isMissingNode()) {
                kept.set(field, field.equals("items") ? prices(value) : value);
            }
        });
        var data = JSON.createObjectNode();
        data.set("object", kept);
        var status = previous.path("status");
        if (status.isString()) {
            data.set("previous_attributes", JSON.createObjectNode().set("status", status));
        }
        var event = JSON.createObjectNode();
        event.put("id", id).put("type", type).put("created", created).set("data", data);
        return event.toString();
    }

    /** Returns ids and lookup keys of the subscription's prices. */
    List<String> prices() {
        var prices = new ArrayList<String>();
        for (var item : object.path("items").path("data")) {
            for (var field : List.of("id", "lookup_key")) {
                var price = text(item.path("price"), field);
                if (price != null) {
                    prices.add(price);
                }
            }
        }
        return prices;
    }

    private static JsonNode prices(JsonNode items) {
        var data = JSON.createArrayNode();
        for (var item : items.path("data")) {
            var price = JSON.createObjectNode();
            for (var field : List.of("id", "lookup_key")) {
                var value = text(item.path("price"), field);
                if (value != null) {
                    price.put(field, value);
                }
            }
            data.add(JSON.createObjectNode().set("price", price));
        }
        return JSON.createObjectNode().set("data", data);
    }

    /** Returns a text field of the object; null unless it has 1 to 2,000 characters. */
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
