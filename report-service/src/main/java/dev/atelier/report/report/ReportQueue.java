package dev.atelier.report.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The queue of requested reports. */
@Component
class ReportQueue {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final ReportGenerationSettings settings;

    ReportQueue(MongoTemplate mongo, Clock clock, ReportGenerationSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
    }

    /** Claims the report that has waited longest. The raised version fences a worker with an older claim. */
    @AcrossWorkspaces("workers serve all workspaces")
    Optional<Report> claim() {
        var now = clock.instant();
        var due = Query.query(where("state")
                        .is(Report.ReportState.REQUESTED)
                        .and("dueAt")
                        .lte(now))
                .with(Sort.by("dueAt"));
        var claimed = new Update()
                .set("dueAt", now.plus(settings.claim()))
                .inc("attempts", 1)
                .inc("version", 1);
        return Optional.ofNullable(
                mongo.findAndModify(due, claimed, FindAndModifyOptions.options().returnNew(true), Report.class));
    }
}
