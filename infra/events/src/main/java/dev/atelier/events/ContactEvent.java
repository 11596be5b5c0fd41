package dev.atelier.events;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Events about contact requests to the operator, without their authors and contents. Key: the request. */
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

    /** Somebody sent a request; {@code signedIn} if they have an account. */
    @CloudEventType("identity.contact-request-received")
    record ContactRequestReceived(ContactRequestId contactRequestId, boolean signedIn) implements ContactEvent {}

    /** An operator answered; the answer is sent by mail. {@code by} is null before version 2. */
    @CloudEventType(value = "identity.contact-request-answered", version = 2)
    record ContactRequestAnswered(
            ContactRequestId contactRequestId, @Nullable UserId by) implements ContactEvent {}

    /** An operator closed the request without an answer. */
    @CloudEventType("identity.contact-request-closed")
    record ContactRequestClosed(ContactRequestId contactRequestId, UserId by) implements ContactEvent {}
}
