package dev.atelier.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.Envelope;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlersTest {
    @Test
    void onlyTopicsWithSomethingHeardAreConsumed() {
        assertThat(new Handlers(List.of(new One())).topics()).containsExactly("workspace.events");
        assertThat(new Handlers(List.of()).topics()).isEmpty();
    }

    @Test
    void aWholeFamilyOfEventsMayBeHeard() {
        assertThat(new Handlers(List.of(new Family())).topics()).containsExactly("workspace.events");
    }

    @Test
    void aListenerOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new Handlers(List.of(new Odd()))).hasMessageContaining("on(SomeEvent");
        assertThatThrownBy(() -> new Handlers(List.of(new EventListener() {}))).hasMessageContaining("no method");
    }

    static class One implements EventListener {
        void on(ProjectRenamed event, Envelope envelope) {}
    }

    static class Family implements EventListener {
        void on(WorkspaceEvent event) {}
    }

    static class Odd implements EventListener {
        void on(String event) {}
    }
}
