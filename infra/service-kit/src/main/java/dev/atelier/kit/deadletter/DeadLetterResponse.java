package dev.atelier.kit.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter as operators see it.
 *
 * @param id the position of the record, {@code topic-partition-offset}
 * @param key masked unless it is an id
 * @param reason what failed, or {@code parked-behind-earlier} where it waits behind an earlier record of its subject
 * @param blockedBy id of the dead letter that must be replayed or dropped first; null where this is the first of its
 *     subject
 * @param payload with all values masked except ids; missing for state messages, which are only referenced
 */
record DeadLetterResponse(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String type,
        String reason,
        @Nullable String explanation,
        Instant createdAt,
        @Nullable String blockedBy,
        @Nullable JsonNode payload) {

    static DeadLetterResponse of(DeadLetter letter, @Nullable DeadLetter head) {
        return new DeadLetterResponse(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                PayloadMasker.maskText(letter.key()),
                letter.subject(),
                letter.type(),
                letter.reason().kind(),
                letter.reason().explanation(),
                letter.at(),
                head == null || head.id().equals(letter.id()) ? null : head.id(),
                PayloadMasker.mask(letter.payload()));
    }
}
