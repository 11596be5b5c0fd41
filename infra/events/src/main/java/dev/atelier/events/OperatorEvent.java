package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * Manual interventions of operators, for the security log. Each service publishes its own; {@code service} names
 * it. Key: the dead letter.
 */
@Topic(value = "operator.events", source = "/service-kit")
public sealed interface OperatorEvent extends DomainEvent {
    String service();

    String letter();

    @Override
    default String subject() {
        return "dead-letters/" + service() + "/" + letter();
    }

    @Override
    default String key() {
        return service() + "/" + letter();
    }

    @Override
    default @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /** An operator replayed a dead letter; {@code handled} is false if it failed again. */
    @CloudEventType("operator.dead-letter-replayed")
    record DeadLetterReplayed(
            @NotPersonal("a service's name") String service,
            @NotPersonal("topic, partition and offset") String letter,
            boolean handled,
            UserId by)
            implements OperatorEvent {}

    /** An operator dropped a dead letter. */
    @CloudEventType("operator.dead-letter-dropped")
    record DeadLetterDropped(
            @NotPersonal("a service's name") String service,
            @NotPersonal("topic, partition and offset") String letter,
            UserId by)
            implements OperatorEvent {}
}
