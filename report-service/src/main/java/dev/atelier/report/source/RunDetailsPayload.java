package dev.atelier.report.source;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in agent-run-service's response; only the fields that a report needs. */
record RunDetailsPayload(RunPayload run, String workspaceName, String projectName, List<RunStepPayload> steps) {
    RunDetailsPayload {
        steps = List.copyOf(steps);
    }

    record RunPayload(
            ProjectId projectId,
            int agentVersion,
            String agentName,
            UserId startedBy,
            String input,
            String state,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String result,
            @Nullable RunFailurePayload failure,
            long inputTokens,
            long outputTokens,
            long costMicros,
            String currency) {}

    record RunFailurePayload(String code) {}
}
