package dev.atelier.report.report;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.work.WorkClaim;
import dev.atelier.kit.work.WorkHandler;
import dev.atelier.kit.work.WorkItem;
import dev.atelier.report.file.ReportFileStore;
import dev.atelier.report.report.Report.ReportFailure;
import dev.atelier.report.report.Report.ReportState;
import dev.atelier.report.source.TooManyActions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Generates one claimed report: reads the data, renders and stores the file, and publishes the result once. A report whose job was given
 * up has failed; if an operator retries the job, the report can still become ready.
 */
@Component
class ReportGenerator implements WorkHandler<ReportJob> {
    private static final Logger log = LoggerFactory.getLogger(ReportGenerator.class);

    private final ReportAssembler reportAssembler;
    private final ReportFileStore files;
    private final ReportRepository reportRepository;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final Clock clock;
    private final ReportGenerationSettings settings;

    ReportGenerator(
            ReportAssembler reportAssembler,
            ReportFileStore files,
            ReportRepository reportRepository,
            WorkspaceAuthorization workspaceAuthorization,
            Outbox outbox,
            TransactionRunner transactionRunner,
            Clock clock,
            ReportGenerationSettings settings) {
        this.reportAssembler = reportAssembler;
        this.files = files;
        this.reportRepository = reportRepository;
        this.workspaceAuthorization = workspaceAuthorization;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return ReportJob.KIND;
    }

    /** Does nothing for a report that was deleted meanwhile or is ready. */
    @Override
    public void handle(WorkClaim<ReportJob> claim) {
        find(claim.item().payload())
                .filter(report -> report.state() != ReportState.READY)
                .ifPresent(report -> generate(claim, report));
    }

    @Override
    public void givenUp(WorkItem<ReportJob> item, String reason) {
        find(item.payload())
                .ifPresent(report -> saveFailed(
                        report, new ReportFailure("not-made", "It could not be made. Ask for it again later.")));
    }

    private void generate(WorkClaim<ReportJob> claim, Report report) {
        try {
            workspaceAuthorization.requireParticipant(report.workspaceId(), report.projectId(), report.requestedBy());
            store(claim, report, reportAssembler.print(report));
        } catch (ServiceUnavailable e) {
            waitForService(claim, report, e);
        } catch (TooManyActions e) {
            fail(claim, report, new ReportFailure("too-many-actions", e.sentence()));
        } catch (Refusal e) {
            fail(
                    claim,
                    report,
                    new ReportFailure(
                            "no-longer-allowed", "Whoever asked for it may no longer read what it is about."));
        }
    }

    private void store(WorkClaim<ReportJob> claim, Report report, byte[] pdf) {
        var file = files.store(report.workspaceId(), report.id(), pdf);
        var ready = report.ready(file, clock.instant());
        transactionRunner.run(() -> {
            reportRepository.save(ready);
            outbox.append(ready.readyEvent(), report.nextSequence());
            claim.complete();
        });
        files.deleteOthers(report.workspaceId(), report.id(), file.key());
        log.info("report {} is ready, {} bytes", report.id(), pdf.length);
    }

    private void waitForService(WorkClaim<ReportJob> claim, Report report, ServiceUnavailable cause) {
        var now = clock.instant();
        var waited = Duration.between(report.requestedAt(), now);
        if (waited.compareTo(settings.patience()) >= 0) {
            log.error("report {} is given up after {}: {}", report.id(), waited, cause.details());
            claim.giveUp("a service did not answer for " + waited);
            return;
        }
        log.warn("report {} waits for an unavailable service: {}", report.id(), cause.details());
        claim.postpone(now.plus(settings.pauseWhileAway(waited)));
    }

    private void fail(WorkClaim<ReportJob> claim, Report report, ReportFailure why) {
        transactionRunner.run(() -> {
            saveFailed(report, why);
            claim.complete();
        });
    }

    /** Saves and publishes the failure, unless the report failed before and its job was retried. */
    private void saveFailed(Report report, ReportFailure why) {
        if (report.state() == ReportState.REQUESTED) {
            log.info("report {} failed: {}", report.id(), why.code());
            reportRepository.save(report.failed(why, clock.instant()));
            outbox.append(report.failedEvent(why), report.nextSequence());
        }
    }

    private Optional<Report> find(ReportJob job) {
        return reportRepository.findByWorkspaceIdAndId(job.workspaceId(), job.reportId());
    }
}
