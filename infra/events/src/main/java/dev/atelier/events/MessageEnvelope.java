package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a message. Source: CloudEvents 1.0 and its Kafka protocol binding, binary mode.
 *
 * @param id id of the message, a UUIDv7; consumers deduplicate by it
 * @param sequence of an event: its number among those of its subject, from 1, without gaps; of a state: its version
 */
public record MessageEnvelope(
        UUID id,
        String type,
        String source,
        String subject,
        String dataschema,
        Instant time,
        @Nullable WorkspaceId workspaceId,
        long sequence) {}
