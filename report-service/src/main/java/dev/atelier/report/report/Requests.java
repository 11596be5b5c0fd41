package dev.atelier.report.report;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.report.source.RunSource;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asking for reports. */
@Component
class Requests {
    private final Reports reports;
    private final RunSource runs;
    private final Access access;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ApplicationEventPublisher wakes;
    private final Clock clock;

    Requests(
            Reports reports,
            RunSource runs,
            Access access,
            Outbox outbox,
            Transactions transactions,
            ApplicationEventPublisher wakes,
            Clock clock) {
        this.reports = reports;
        this.runs = runs;
        this.access = access;
        this.outbox = outbox;
        this.transactions = transactions;
        this.wakes = wakes;
        this.clock = clock;
    }

    /**
     * Lets pass who may read what the report would be about: the project, and the run, which must be one of the project's. Asks
     * another service, so it comes before the transaction.
     *
     * @throws dev.atelier.kit.web.NotFound for everybody else, and for the run of another project
     */
    void demandReadable(Wish wish, UserId by) {
        access.participant(wish.workspaceId(), wish.projectId(), by);
        var run = wish.runId();
        if (run != null) {
            runs.demand(wish.workspaceId(), wish.projectId(), run, by);
        }
    }

    /** Queues a report for somebody who may read the project; not found for everybody else. */
    Report request(Wish wish, UserId by) {
        access.participant(wish.workspaceId(), wish.projectId(), by);
        return transactions.call(() -> {
            access.rely(wish.workspaceId(), by);
            return queue(wish, by);
        });
    }

    /** Queues a report in the running transaction; whether its reader may have it is asked when it is made. */
    Report queue(Wish wish, UserId by) {
        var report = reports.save(Report.requested(wish, by, clock.instant()));
        outbox.append(report.sayRequested(), 1);
        wakes.publishEvent(new ReportQueued());
        return report;
    }

    /** Tells the makers of this instance that there is something to do. */
    record ReportQueued() {}
}
