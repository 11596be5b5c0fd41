package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Deletes the reports of a deleted project or workspace with their files. */
@Component
class ReportEraser implements DataEraser {
    private final ReportDeleter reports;

    ReportEraser(ReportDeleter reports) {
        this.reports = reports;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        var whose = where("workspaceId").is(what.workspaceId());
        if (what.kind() != DeletionTargetKind.WORKSPACE) {
            whose = whose.and("projectId").is(what.projectId());
        }
        return reports.remove(what.workspaceId(), Query.query(whose).limit(limit / 10));
    }
}
