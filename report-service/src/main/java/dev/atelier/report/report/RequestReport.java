package dev.atelier.report.report;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.work.WorkQueue;
import dev.atelier.report.source.RunReportSource;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asking for reports. */
@Component
class RequestReport {
    private final ReportRepository reportRepository;
    private final RunReportSource runs;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final WorkQueue<ReportJob> reports;
    private final Clock clock;

    RequestReport(
            ReportRepository reportRepository,
            RunReportSource runs,
            WorkspaceAuthorization workspaceAuthorization,
            Outbox outbox,
            TransactionRunner transactionRunner,
            WorkQueue<ReportJob> reports,
            Clock clock) {
        this.reportRepository = reportRepository;
        this.runs = runs;
        this.workspaceAuthorization = workspaceAuthorization;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Lets pass who may read what the report would be about: the project, and the run, which must be one of the project's. Asks
     * another service, so it comes before the transaction.
     *
     * @throws dev.atelier.kit.problem.NotFound for everybody else, and for the run of another project
     */
    void demandReadable(ReportRequest reportRequest, UserId by) {
        workspaceAuthorization.participant(reportRequest.workspaceId(), reportRequest.projectId(), by);
        var run = reportRequest.runId();
        if (run != null) {
            runs.demand(reportRequest.workspaceId(), reportRequest.projectId(), run, by);
        }
    }

    /** Queues a report for somebody who may read the project; not found for everybody else. */
    Report request(ReportRequest reportRequest, UserId by) {
        workspaceAuthorization.participant(reportRequest.workspaceId(), reportRequest.projectId(), by);
        return transactionRunner.call(() -> {
            workspaceAuthorization.rely(reportRequest.workspaceId(), by);
            return queue(reportRequest, by);
        });
    }

    /** Queues a report in the running transaction; whether its reader may have it is asked when it is made. */
    Report queue(ReportRequest reportRequest, UserId by) {
        var report = reportRepository.save(Report.requested(reportRequest, by, clock.instant()));
        outbox.append(report.sayRequested(), 1);
        reports.enqueue(ReportJob.request(report));
        return report;
    }
}
