package dev.atelier.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All published messages, by class and by CloudEvents type. */
public final class MessageCatalogue {
    private static final List<CatalogueEntry> ENTRIES = entries(PublishedMessage.class);
    private static final Map<Class<?>, CatalogueEntry> BY_CLASS =
            ENTRIES.stream().collect(Collectors.toMap(CatalogueEntry::message, Function.identity()));
    private static final Map<String, CatalogueEntry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toMap(CatalogueEntry::type, Function.identity()));

    private MessageCatalogue() {}

    public static List<CatalogueEntry> all() {
        return ENTRIES;
    }

    public static CatalogueEntry of(Class<? extends PublishedMessage> message) {
        return Objects.requireNonNull(BY_CLASS.get(message), () -> message + " is not in the catalogue");
    }

    /** Returns the entry of a type; empty for a type that this build does not know, which consumers ignore. */
    public static Optional<CatalogueEntry> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static List<CatalogueEntry> entries(Class<?> type) {
        var found = new ArrayList<CatalogueEntry>();
        if (type.isRecord()) {
            found.add(CatalogueEntry.of(type.asSubclass(PublishedMessage.class)));
        } else {
            for (var permitted : type.getPermittedSubclasses()) {
                found.addAll(entries(permitted));
            }
        }
        return List.copyOf(found);
    }

    /** A message with its type and topic. */
    public record CatalogueEntry(
            Class<? extends PublishedMessage> message, String type, int version, String topic, String source) {
        private static CatalogueEntry of(Class<? extends PublishedMessage> message) {
            var type = Objects.requireNonNull(
                    message.getAnnotation(CloudEventType.class), () -> message + " has no @Type");
            var topic = Objects.requireNonNull(topicOf(message), () -> message + " has no @Topic");
            return new CatalogueEntry(message, type.value(), type.version(), topic.value(), topic.source());
        }

        private static Topic topicOf(Class<?> message) {
            var own = message.getAnnotation(Topic.class);
            if (own != null) {
                return own;
            }
            for (var parent : message.getInterfaces()) {
                var topic = parent.getAnnotation(Topic.class);
                if (topic != null) {
                    return topic;
                }
            }
            throw new IllegalStateException(message + " has no @Topic");
        }

        /** Returns {@code urn:atelier:schema:workspace.member-removed:1}. */
        public String dataschema() {
            return "urn:atelier:schema:" + type + ":" + version;
        }

        public boolean state() {
            return EntityState.class.isAssignableFrom(message);
        }
    }
}
