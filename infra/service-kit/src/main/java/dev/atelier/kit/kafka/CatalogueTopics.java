package dev.atelier.kit.kafka;

import dev.atelier.events.MessageCatalogue;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/**
 * The definitions of all topics of the catalogue. A topic is created where it does not exist, by its producer or by a
 * consumer that starts first.
 */
final class CatalogueTopics {
    private final KafkaSettings settings;

    CatalogueTopics(KafkaSettings settings) {
        this.settings = settings;
    }

    NewTopics all() {
        return new NewTopics(MessageCatalogue.all().stream()
                .collect(Collectors.toMap(MessageCatalogue.CatalogueEntry::topic, this::topic, (one, same) -> one))
                .values()
                .toArray(NewTopic[]::new));
    }

    private NewTopic topic(MessageCatalogue.CatalogueEntry entry) {
        return TopicBuilder.name(entry.topic())
                .partitions(settings.partitions())
                .replicas(settings.replication())
                .configs(entry.state() ? compacted() : kept())
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, settings.replication() > 2 ? "2" : "1")
                .build();
    }

    private static Map<String, String> kept() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(KafkaSettings.EVENTS_KEPT.toMillis()));
    }

    /**
     * Compaction removes old values, such as a person's former name, within a day: segments are closed and compacted in
     * that time.
     */
    private static Map<String, String> compacted() {
        var day = Long.toString(KafkaSettings.STATES_COMPACTED_WITHIN.toMillis());
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_MS_CONFIG,
                day,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                day);
    }
}
