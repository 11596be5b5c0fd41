package dev.atelier.reckoning;

import dev.atelier.load.Crew;
import dev.atelier.load.Ledger;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts that must be told of what was promised: type and subject of each. */
final class Promises {
    private static final String CREATED = "workspace.action-created";
    private static final String COMPLETED = "agent-run.run-completed";

    private final Ledger ledger;

    Promises(Ledger ledger) {
        this.ledger = ledger;
    }

    static boolean isAwaited(String type) {
        return type.equals(CREATED) || type.equals(COMPLETED);
    }

    static String fact(String type, String subject) {
        return type + " " + subject;
    }

    Set<String> of(Crew crew) {
        var created = ledger.actions().values().stream()
                .filter(action -> action.crew().equals(crew))
                .map(action -> fact(CREATED, "actions/" + action.id()));
        var completed = ledger.runs().values().stream()
                .filter(run -> run.crew().equals(crew))
                .map(run -> fact(COMPLETED, "runs/" + run.id()));
        return Stream.concat(created, completed).collect(Collectors.toSet());
    }
}
