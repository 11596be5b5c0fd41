package dev.atelier.consistency;

import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.TestWorkspace;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that must be published for the acknowledged writes: type and subject of each. */
final class ExpectedEvents {
    private static final String CREATED = "workspace.action-created";
    private static final String COMPLETED = "agent-run.run-completed";

    private final AcknowledgedWrites acknowledgedWrites;

    ExpectedEvents(AcknowledgedWrites acknowledgedWrites) {
        this.acknowledgedWrites = acknowledgedWrites;
    }

    static boolean isExpected(String type) {
        return type.equals(CREATED) || type.equals(COMPLETED);
    }

    static String fact(String type, String subject) {
        return type + " " + subject;
    }

    Set<String> of(TestWorkspace testWorkspace) {
        var created = acknowledgedWrites.actions().values().stream()
                .filter(action -> action.crew().equals(testWorkspace))
                .map(action -> fact(CREATED, "actions/" + action.id()));
        var completed = acknowledgedWrites.runs().values().stream()
                .filter(run -> run.crew().equals(testWorkspace))
                .map(run -> fact(COMPLETED, "runs/" + run.id()));
        return Stream.concat(created, completed).collect(Collectors.toSet());
    }
}
