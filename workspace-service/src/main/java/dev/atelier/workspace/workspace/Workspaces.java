package dev.atelier.workspace.workspace;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Facts;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All workspaces. */
@Component
public class Workspaces {
    private final WorkspaceDocuments documents;
    private final Facts facts;

    Workspaces(WorkspaceDocuments documents, Facts facts) {
        this.documents = documents;
        this.facts = facts;
    }

    /**
     * One workspace; whether the asker may see it is the caller's to check.
     *
     * @throws NotFound where there is none
     */
    public Workspace demand(WorkspaceId id) {
        return documents.findById(id).orElseThrow(NotFound::new);
    }

    public Map<WorkspaceId, Workspace> of(Collection<WorkspaceId> ids) {
        return documents.findByIdIn(ids).stream().collect(Collectors.toMap(Workspace::id, Function.identity()));
    }

    /** Stores a change with what it says, in the caller's transaction. */
    public Workspace store(Workspace before, Change<Workspace> change) {
        var stored = change.after().equals(before) ? before : documents.save(change.after());
        facts.say(change);
        if (stored.version() != before.version()) {
            facts.publish(stored.state());
        }
        return stored;
    }

    Workspace begin(Change<Workspace> founded) {
        var stored = documents.save(founded.after());
        facts.say(founded);
        facts.publish(stored.state());
        return stored;
    }
}
