package dev.atelier.report.report;

import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.kit.inbox.DomainEventHandler;
import org.springframework.stereotype.Component;

/** Requests the report of a completed run if its starter wanted one. */
@Component
class RunCompletedHandler implements DomainEventHandler {
    private final RequestReport requestReport;

    RunCompletedHandler(RequestReport requestReport) {
        this.requestReport = requestReport;
    }

    void on(RunCompleted run) {
        if (run.reportWanted()) {
            requestReport.queue(
                    new ReportRequest(
                            run.workspaceId(), run.projectId(), ReportKind.RUN, run.runId(), null, null, true),
                    run.startedBy());
        }
    }
}
