package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to legal documents (I8). Key: the document. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface LegalEvent extends DomainEvent {
    LegalDocument document();

    @Override
    default String subject() {
        return "legal-documents/" + document();
    }

    @Override
    default String key() {
        return document().name();
    }

    @Override
    default @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /**
     * The operator published a version.
     *
     * @param number of the document's versions, from 1
     * @param material whether people must accept it before they go on
     * @param effectiveFrom when it takes the place of the one before
     */
    @CloudEventType("identity.policy-published")
    record PolicyPublished(LegalDocument document, int number, boolean material, Instant effectiveFrom)
            implements LegalEvent {}
}
