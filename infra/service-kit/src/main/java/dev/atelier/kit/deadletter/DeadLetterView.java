package dev.atelier.kit.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter as an operator sees it.
 *
 * @param id its origin, {@code topic/partition/offset}
 * @param reason what failed, or {@code Parked} where it waits behind an earlier one of its subject
 * @param payload with every value masked but ids; missing for states, which are only referenced
 */
record DeadLetterView(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String type,
        String reason,
        @Nullable String explanation,
        Instant at,
        @Nullable JsonNode payload) {}
