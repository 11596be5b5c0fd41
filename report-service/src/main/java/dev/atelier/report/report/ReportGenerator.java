package dev.atelier.report.report;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.report.file.ReportFileStore;
import dev.atelier.report.report.Report.ReportFailure;
import dev.atelier.report.source.TooManyActions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Generates one claimed report: reads the data, renders and stores the file, and publishes the result once. */
@Component
class ReportGenerator {
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

    /**
     * Generates the report. Never throws, because the worker thread serves all workspaces. The claim has already
     * counted this attempt, so that a report that crashes the process is also given up.
     */
    void generate(Report report) {
        try {
            if (report.attempts() > settings.attempts()) {
                log.error("report {} is given up: its last attempt did not complete", report.id());
                giveUp(report);
                return;
            }
            workspaceAuthorization.requireParticipant(report.workspaceId(), report.projectId(), report.requestedBy());
            store(report, reportAssembler.print(report));
        } catch (ServiceUnavailable e) {
            waitForService(report, e);
        } catch (TooManyActions e) {
            fail(report, new ReportFailure("too-many-actions", e.sentence()));
        } catch (Refusal e) {
            fail(
                    report,
                    new ReportFailure(
                            "no-longer-allowed", "Whoever asked for it may no longer read what it is about."));
        } catch (OptimisticLockingFailureException e) {
            log.info("report {} was claimed by another worker", report.id());
        } catch (RuntimeException | Error e) {
            postpone(report, e);
        }
    }

    private void store(Report report, byte[] pdf) {
        var file = files.store(report.workspaceId(), report.id(), pdf);
        var ready = report.ready(file, clock.instant());
        transactionRunner.run(() -> {
            reportRepository.save(ready);
            outbox.append(ready.readyEvent(), 2);
        });
        files.deleteOthers(report.workspaceId(), report.id(), file.key());
        log.info("report {} is ready, {} bytes", report.id(), pdf.length);
    }

    private void waitForService(Report report, ServiceUnavailable cause) {
        var now = clock.instant();
        var waited = Duration.between(report.requestedAt(), now);
        if (waited.compareTo(settings.patience()) >= 0) {
            log.error("report {} is given up after {}: {}", report.id(), waited, cause.details());
            giveUp(report);
            return;
        }
        log.warn("report {} waits for an unavailable service: {}", report.id(), cause.details());
        reportRepository.save(report.postponedWithoutAttempt(now.plus(settings.pauseWhileAway(waited))));
    }

    private void postpone(Report report, Throwable cause) {
        if (report.attempts() >= settings.attempts()) {
            log.error("report {} is given up after {} attempts", report.id(), report.attempts(), cause);
            giveUp(report);
            return;
        }
        log.warn("report {} is retried, attempt {} failed", report.id(), report.attempts(), cause);
        reportRepository.save(report.postponed(clock.instant().plus(settings.pauseAfter(report.attempts()))));
    }

    private void giveUp(Report report) {
        fail(report, new ReportFailure("not-made", "It could not be made. Ask for it again later."));
    }

    private void fail(Report report, ReportFailure why) {
        log.info("report {} failed: {}", report.id(), why.code());
        transactionRunner.run(() -> {
            reportRepository.save(report.failed(why, clock.instant()));
            outbox.append(report.failedEvent(why), 2);
        });
    }
}
