package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Removes the reports of a deleted project or workspace with their documents (W6). */
@Component
class ReportErasing implements Erasing {
    private final Removing reports;

    ReportErasing(Removing reports) {
        this.reports = reports;
    }

    @Override
    public int erase(Deleted what, int limit) {
        var whose = where("workspaceId").is(what.workspaceId());
        if (what.kind() != Kind.WORKSPACE) {
            whose = whose.and("projectId").is(what.projectId());
        }
        return reports.remove(what.workspaceId(), Query.query(whose).limit(limit / 10));
    }
}
