package dev.atelier.report.report;

import dev.atelier.events.ReportEvent.ReportFailed;
import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.events.ReportEvent.ReportReady;
import dev.atelier.events.ReportEvent.ReportRequested;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.report.file.StoredReportFile;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A report from the request to the file. A {@link ReportJob} is enqueued with it; the worker ends that job in the
 * transaction that saves the result, so that a worker whose claim expired cannot save anything.
 *
 * @param from first day of the period of a project's report, inclusive; null for an open beginning
 * @param to last day, inclusive; null for an open end
 * @param endedAt when the report became ready or failed
 */
@Document("reports")
@TypeAlias("report")
@CompoundIndex(def = "{'workspaceId': 1, 'projectId': 1, '_id': -1}")
@CompoundIndex(name = "lists", def = "{'workspaceId': 1, '_id': -1}")
@CompoundIndex(name = "ended", def = "{'workspaceId': 1, 'endedAt': 1}")
record Report(
        @Id ReportId id,
        @Version @Nullable Long version,
        WorkspaceId workspaceId,
        ProjectId projectId,
        ReportKind kind,
        @Nullable RunId runId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        UserId requestedBy,
        boolean mailWanted,
        ReportState state,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable ReportFailure failure,
        @Nullable StoredReportFile file)
        implements WorkspaceOwned {

    static Report requested(ReportRequest reportRequest, UserId by, Instant now) {
        return new Report(
                ReportId.next(),
                null,
                reportRequest.workspaceId(),
                reportRequest.projectId(),
                reportRequest.kind(),
                reportRequest.runId(),
                reportRequest.from(),
                reportRequest.to(),
                by,
                reportRequest.mailWanted(),
                ReportState.REQUESTED,
                now,
                null,
                null,
                null);
    }

    Report ready(StoredReportFile made, Instant now) {
        return ended(ReportState.READY, now, null, made);
    }

    Report failed(ReportFailure why, Instant now) {
        return ended(ReportState.FAILED, now, why, null);
    }

    /** Sequence of the next event. The request is event 1; only a report that failed can get another event. */
    long nextSequence() {
        return state == ReportState.FAILED ? 3 : 2;
    }

    ReportRequested requestedEvent() {
        return new ReportRequested(workspaceId, id, kind, projectId, runId, requestedBy);
    }

    ReportReady readyEvent() {
        return new ReportReady(workspaceId, id, kind, projectId, runId, requestedBy, mailWanted);
    }

    ReportFailed failedEvent(ReportFailure why) {
        return new ReportFailed(workspaceId, id, kind, projectId, runId, requestedBy, why.code());
    }

    private Report ended(ReportState how, Instant now, @Nullable ReportFailure why, @Nullable StoredReportFile made) {
        return new Report(
                id,
                version,
                workspaceId,
                projectId,
                kind,
                runId,
                from,
                to,
                requestedBy,
                mailWanted,
                how,
                requestedAt,
                now,
                why,
                made);
    }

    /** State of a report. */
    enum ReportState {
        REQUESTED,
        READY,
        FAILED
    }

    /** Reason of a failed report. */
    record ReportFailure(
            @NotPersonal("a code of the documentation") String code,
            @NotPersonal("a sentence of ours") String message) {}
}
