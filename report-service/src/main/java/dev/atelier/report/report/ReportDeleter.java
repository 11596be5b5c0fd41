package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.report.file.ReportFileStore;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Deletes reports with their files; the files first. */
@Component
class ReportDeleter {
    private final MongoTemplate mongo;
    private final ReportFileStore files;

    ReportDeleter(MongoTemplate mongo, ReportFileStore files) {
        this.mongo = mongo;
        this.files = files;
    }

    /**
     * Deletes some of a workspace's reports.
     *
     * @return number of deleted reports
     */
    int remove(WorkspaceId workspace, Query some) {
        var ids = mongo.find(some, Report.class).stream().map(Report::id).toList();
        if (!ids.isEmpty()) {
            files.remove(workspace, ids);
            mongo.remove(
                    Query.query(where("workspaceId").is(workspace).and("_id").in(ids)), Report.class);
        }
        return ids.size();
    }
}
