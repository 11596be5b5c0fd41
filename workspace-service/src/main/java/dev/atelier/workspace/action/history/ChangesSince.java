package dev.atelier.workspace.action.history;

import dev.atelier.events.id.UserId;
import java.util.List;
import java.util.Set;

/**
 * What changed on an action after a version, without the texts.
 *
 * @param count how many changes there were; counts the newest {@value ActionHistoryStore#MOST_CHANGES} at most
 * @param fields the names of the changed fields, in the order of their first change
 * @param by who changed them, likewise
 */
public record ChangesSince(int count, List<String> fields, List<UserId> by) {
    public ChangesSince {
        fields = List.copyOf(fields);
        by = List.copyOf(by);
    }

    /** Returns whether all these changes are known and affected only these fields. */
    public boolean affectsOnly(Set<String> others, long changes) {
        return count == changes && others.containsAll(fields);
    }
}
