package dev.atelier.events.asyncapi;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageCatalogue.CatalogueEntry;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of all topics: one channel per topic, one message per type. */
final class AsyncApiDocument {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DESCRIPTION = """
            The messages that Atelier's services publish on Kafka: CloudEvents 1.0 in binary mode, with the JSON of \
            the record as the value. Topics that end in `.events` contain events and keep them for 14 days; the other \
            topics are compacted and contain the complete current state of each key. Names and properties are never \
            removed, but new ones are added: ignore those that you do not know. External systems receive the events of \
            a workspace as signed webhooks instead: the API document of notification-service describes their envelope, \
            whose `type` is the name of the message here.""";

    private final MessageSchemaGenerator messageSchemaGenerator = new MessageSchemaGenerator();

    String document() {
        var root = JSON.createObjectNode().put("asyncapi", "3.0.0");
        root.putObject("info").put("title", "Atelier").put("version", "1").put("description", DESCRIPTION);
        root.put("defaultContentType", "application/json");
        var channels = root.putObject("channels");
        var operations = root.putObject("operations");
        byTopic().forEach((topic, entries) -> {
            channel(channels.putObject(topic), topic, entries);
            var operation = operations.putObject("publish-" + topic).put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + topic);
            operation.put(
                    "summary", "Published by " + entries.getFirst().source().substring(1) + ".");
        });
        var components = root.putObject("components");
        var messages = components.putObject("messages");
        MessageCatalogue.all().stream()
                .sorted(Comparator.comparing(CatalogueEntry::type))
                .forEach(entry -> message(messages.putObject(entry.type()), entry));
        headers(components.putObject("messageTraits").putObject("cloudEvent").putObject("headers"));
        return root.toPrettyString() + "\n";
    }

    private static TreeMap<String, List<CatalogueEntry>> byTopic() {
        var topics = new TreeMap<String, List<CatalogueEntry>>();
        for (var entry : MessageCatalogue.all()) {
            topics.merge(entry.topic(), List.of(entry), AsyncApiDocument::both);
        }
        return topics;
    }

    private static List<CatalogueEntry> both(List<CatalogueEntry> some, List<CatalogueEntry> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .sorted(Comparator.comparing(CatalogueEntry::type))
                .toList();
    }

    private static void channel(ObjectNode channel, String topic, List<CatalogueEntry> entries) {
        channel.put("address", topic)
                .put(
                        "description",
                        entries.getFirst().state()
                                ? "Compacted: the complete current state of each key."
                                : "Events, kept for 14 days, in order per subject.");
        var messages = channel.putObject("messages");
        entries.forEach(entry -> messages.putObject(entry.type()).put("$ref", "#/components/messages/" + entry.type()));
    }

    private void message(ObjectNode message, CatalogueEntry entry) {
        message.put("name", entry.type()).put("title", entry.message().getSimpleName());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.put("contentType", "application/json");
        message.set("payload", messageSchemaGenerator.of(entry.message()).put("$id", entry.dataschema()));
    }

    private static void headers(ObjectNode headers) {
        headers.put("type", "object");
        var properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0");
        header(properties, "ce_id", "The id of the message, a UUIDv7: consumers ignore a repeated id.");
        header(properties, "ce_type", "The message's name.");
        header(properties, "ce_source", "The service that publishes it: /workspace-service.");
        header(properties, "ce_subject", "The entity it is about: workspaces/<id>.");
        header(properties, "ce_sequence", "The subject's own counter, from 1 without gaps; of a state its version.");
        header(properties, "ce_time", "When it happened, RFC 3339.");
        header(properties, "ce_dataschema", "urn:atelier:schema:<type>:<version>");
        header(properties, "ce_workspaceid", "The workspace it belongs to, if it belongs to one.");
        header(properties, "traceparent", "W3C trace context, if there is one.");
        var required = headers.putArray("required");
        List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_sequence", "ce_time")
                .forEach(required::add);
    }

    private static void header(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
