package dev.atelier.events;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What happened to requests to the operator (I11): never who wrote or what. Key: the request. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface ContactEvent extends Event {
    ContactRequestId contactRequestId();

    @Override
    default String subject() {
        return "contact-requests/" + contactRequestId();
    }

    @Override
    default String key() {
        return contactRequestId().toString();
    }

    @Override
    default @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /** Somebody wrote to the operator; {@code signedIn} where they have an account. */
    @Type("identity.contact-request-received")
    record ContactRequestReceived(ContactRequestId contactRequestId, boolean signedIn) implements ContactEvent {}

    /** The operator answered; the answer goes out by mail. */
    @Type("identity.contact-request-answered")
    record ContactRequestAnswered(ContactRequestId contactRequestId) implements ContactEvent {}
}
