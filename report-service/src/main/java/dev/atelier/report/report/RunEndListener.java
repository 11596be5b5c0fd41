package dev.atelier.report.report;

import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.ReportEvent.Kind;
import dev.atelier.kit.inbox.EventListener;
import org.springframework.stereotype.Component;

/** A run whose starter wanted its report gets one at its end (P4). */
@Component
class RunEndListener implements EventListener {
    private final Requests requests;

    RunEndListener(Requests requests) {
        this.requests = requests;
    }

    void on(RunCompleted run) {
        if (run.reportWanted()) {
            requests.queue(
                    new Wish(run.workspaceId(), run.projectId(), Kind.RUN, run.runId(), null, null, true),
                    run.startedBy());
        }
    }
}
