package dev.atelier.workspace.project;

import dev.atelier.events.ProjectState;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.fact.Facts;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Ends the projects of a deleted workspace. */
@Component
@Order(1)
class ProjectErasing implements Erasing {
    private final ProjectDocuments documents;
    private final Facts facts;
    private final Transactions transactions;

    ProjectErasing(ProjectDocuments documents, Facts facts, Transactions transactions) {
        this.documents = documents;
        this.facts = facts;
        this.transactions = transactions;
    }

    @Override
    public int erase(Deleted what, int limit) {
        if (what.kind() != Kind.WORKSPACE) {
            return 0;
        }
        return transactions.call(() -> {
            var some = documents.findByWorkspaceId(what.workspaceId(), Limit.of(limit / 5));
            for (var project : some) {
                documents.deleteByWorkspaceIdAndId(project.workspaceId(), project.id());
                facts.publish(new ProjectState(
                        project.workspaceId(), project.id(), "", Set.of(), true, project.version() + 1));
            }
            return some.size();
        });
    }

    @Override
    public Map<String, Long> counts(Deleted what) {
        return what.kind() == Kind.WORKSPACE
                ? Map.of("projects", documents.countByWorkspaceId(what.workspaceId()))
                : Map.of();
    }
}
