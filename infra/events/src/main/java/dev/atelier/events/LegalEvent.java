package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events about legal documents. Key: the document. */
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
     * @param number number of the version in its document, from 1
     * @param material whether users must accept it before they can go on
     * @param effectiveFrom when it replaces the version before
     */
    @CloudEventType("identity.policy-published")
    record PolicyPublished(LegalDocument document, int number, boolean material, Instant effectiveFrom)
            implements LegalEvent {}
}
