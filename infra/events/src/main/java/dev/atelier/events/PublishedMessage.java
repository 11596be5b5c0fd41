package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What travels on a topic: a fact or a state. */
public sealed interface PublishedMessage permits DomainEvent, EntityState {
    /** The entity it is about, {@code workspaces/<id>}; order is kept per subject. */
    String subject();

    /** The Kafka key: what shares a key shares a partition. */
    String key();

    /** The workspace it belongs to, where it belongs to one. */
    @Nullable WorkspaceId workspaceId();
}
