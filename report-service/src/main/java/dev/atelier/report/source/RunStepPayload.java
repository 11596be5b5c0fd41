package dev.atelier.report.source;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A step of any kind; fields of other kinds are null. */
record RunStepPayload(
        String kind,
        long sequence,
        @Nullable String model,
        @Nullable String tool,
        @Nullable JsonNode arguments,
        @Nullable Long durationMillis,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long costMicros,
        @Nullable DecisionPayload decision) {
    record DecisionPayload(
            String outcome,
            UserId decidedBy,
            Instant decidedAt,
            @Nullable String comment) {}
}
