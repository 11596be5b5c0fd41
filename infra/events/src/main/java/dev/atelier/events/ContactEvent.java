package dev.atelier.events;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What happened to requests to the operator (I11): never who wrote or what. Key: the request. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface ContactEvent extends DomainEvent {
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
    @CloudEventType("identity.contact-request-received")
    record ContactRequestReceived(ContactRequestId contactRequestId, boolean signedIn) implements ContactEvent {}

    /** An operator answered; the answer goes out by mail. {@code by} is null before version 2. */
    @CloudEventType(value = "identity.contact-request-answered", version = 2)
    record ContactRequestAnswered(
            ContactRequestId contactRequestId, @Nullable UserId by) implements ContactEvent {}

    /** An operator closed it without an answer. */
    @CloudEventType("identity.contact-request-closed")
    record ContactRequestClosed(ContactRequestId contactRequestId, UserId by) implements ContactEvent {}
}
