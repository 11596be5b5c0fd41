package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.DataExpiry;
import java.time.Instant;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Deletes expired reports with their files. The retention period starts when a report becomes ready or fails. */
@Component
class ReportExpiry implements DataExpiry {
    private final MongoTemplate mongo;
    private final ReportDeleter reports;

    ReportExpiry(MongoTemplate mongo, ReportDeleter reports) {
        this.mongo = mongo;
        this.reports = reports;
    }

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return reports.remove(
                workspace,
                Query.query(ended(workspace, before)).with(Sort.by("endedAt")).limit(limit));
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return mongo.count(Query.query(ended(workspace, before)), Report.class);
    }

    private static Criteria ended(WorkspaceId workspace, Instant before) {
        return where("workspaceId").is(workspace).and("endedAt").lt(before);
    }
}
