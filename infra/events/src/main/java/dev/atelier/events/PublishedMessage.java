package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** A message on a topic: an event or a state. */
public sealed interface PublishedMessage permits DomainEvent, EntityState {
    /** Returns the entity that the message is about, {@code workspaces/<id>}; order is kept per subject. */
    String subject();

    /** Returns the Kafka key: messages with the same key are in the same partition. */
    String key();

    /** Returns the workspace that the message belongs to; null if it belongs to none. */
    @Nullable WorkspaceId workspaceId();
}
