package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import dev.atelier.report.file.ReportFiles;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Removes the reports of a deleted project or workspace with their documents (W6). */
@Component
class ReportErasing implements Erasing {
    private final MongoTemplate mongo;
    private final ReportFiles files;

    ReportErasing(MongoTemplate mongo, ReportFiles files) {
        this.mongo = mongo;
        this.files = files;
    }

    @Override
    public int erase(Deleted what, int limit) {
        var whose = where("workspaceId").is(what.workspaceId());
        if (what.kind() != Kind.WORKSPACE) {
            whose = whose.and("projectId").is(what.projectId());
        }
        var some = mongo.find(Query.query(whose).limit(limit / 10), Report.class);
        var ids = some.stream().map(Report::id).toList();
        if (!ids.isEmpty()) {
            files.remove(what.workspaceId(), ids);
            mongo.remove(
                    Query.query(where("workspaceId")
                            .is(what.workspaceId())
                            .and("_id")
                            .in(ids)),
                    Report.class);
        }
        return ids.size();
    }
}
