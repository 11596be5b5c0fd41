package dev.atelier.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHandlerRegistryTest {
    @Test
    void onlyTopicsWithSomethingHeardAreConsumed() {
        assertThat(new EventHandlerRegistry(List.of(new SingleEventHandler())).topics())
                .containsExactly("workspace.events");
        assertThat(new EventHandlerRegistry(List.of()).topics()).isEmpty();
    }

    @Test
    void aWholeFamilyOfEventsMayBeHeard() {
        assertThat(new EventHandlerRegistry(List.of(new EventFamilyHandler())).topics())
                .containsExactly("workspace.events");
    }

    @Test
    void aListenerOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new EventHandlerRegistry(List.of(new InvalidSignatureHandler())))
                .hasMessageContaining("on(SomeEvent");
        assertThatThrownBy(() -> new EventHandlerRegistry(List.of(new DomainEventHandler() {})))
                .hasMessageContaining("no method");
    }

    static class SingleEventHandler implements DomainEventHandler {
        void on(ProjectRenamed event, MessageEnvelope envelope) {}
    }

    static class EventFamilyHandler implements DomainEventHandler {
        void on(WorkspaceEvent event) {}
    }

    static class InvalidSignatureHandler implements DomainEventHandler {
        void on(String event) {}
    }
}
