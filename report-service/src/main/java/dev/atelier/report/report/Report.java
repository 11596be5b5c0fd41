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
 * A report from the request to the document. A {@link ReportJob} is queued with it; whoever makes it ends that job in the transaction
 * that stores the outcome, so that a maker who was too slow stores nothing.
 *
 * @param from first day of the period of a project's report, inclusive; null for an open beginning
 * @param to last day, inclusive; null for an open end
 * @param endedAt when it became ready or failed
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

    /** Of the next event: the request was the first; only what failed can have one more. */
    long nextSequence() {
        return state == ReportState.FAILED ? 3 : 2;
    }

    ReportRequested sayRequested() {
        return new ReportRequested(workspaceId, id, kind, projectId, runId, requestedBy);
    }

    ReportReady sayReady() {
        return new ReportReady(workspaceId, id, kind, projectId, runId, requestedBy, mailWanted);
    }

    ReportFailed sayFailed(ReportFailure why) {
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

    /** How far it is. */
    enum ReportState {
        REQUESTED,
        READY,
        FAILED
    }

    /** Why there is none. */
    record ReportFailure(
            @NotPersonal("a code of the documentation") String code,
            @NotPersonal("a sentence of ours") String sentence) {}
}
