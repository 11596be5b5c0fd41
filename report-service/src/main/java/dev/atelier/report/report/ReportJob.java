package dev.atelier.report.report;

import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.privacy.StoredRecord;
import dev.atelier.kit.work.WorkRequest;

/** Work item: generate a report. */
@StoredRecord("work_items")
record ReportJob(WorkspaceId workspaceId, ReportId reportId) {
    static final String KIND = "report";

    static WorkRequest<ReportJob> request(Report report) {
        return WorkRequest.of(KIND, report.workspaceId(), new ReportJob(report.workspaceId(), report.id()))
                .once(report.id().toString());
    }
}
