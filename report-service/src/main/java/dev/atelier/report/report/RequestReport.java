package dev.atelier.report.report;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.work.WorkQueue;
import dev.atelier.report.source.RunReportSource;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Requests reports. */
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
     * Checks that the person may read the project and, for a run, the run, which must belong to the project. Called
     * before the transaction because it calls another service.
     *
     * @throws dev.atelier.kit.problem.NotFound for other people, and for a run of another project
     */
    void requireReadable(ReportRequest reportRequest, UserId by) {
        workspaceAuthorization.requireParticipant(reportRequest.workspaceId(), reportRequest.projectId(), by);
        var run = reportRequest.runId();
        if (run != null) {
            runs.requireReadable(reportRequest.workspaceId(), reportRequest.projectId(), run, by);
        }
    }

    /** Queues a report for a person who may read the project; not found for others. */
    Report request(ReportRequest reportRequest, UserId by) {
        workspaceAuthorization.requireParticipant(reportRequest.workspaceId(), reportRequest.projectId(), by);
        return transactionRunner.call(() -> {
            workspaceAuthorization.lockMembership(reportRequest.workspaceId(), by);
            return queue(reportRequest, by);
        });
    }

    /** Queues a report in the running transaction. The reader's rights are checked when the report is generated. */
    Report queue(ReportRequest reportRequest, UserId by) {
        var report = reportRepository.save(Report.requested(reportRequest, by, clock.instant()));
        outbox.append(report.requestedEvent(), 1);
        reports.enqueue(ReportJob.request(report));
        return report;
    }
}
