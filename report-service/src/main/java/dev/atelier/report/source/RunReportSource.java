package dev.atelier.report.source;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.report.rendering.RunReport;
import dev.atelier.report.rendering.RunReport.ReportDecision;
import dev.atelier.report.rendering.RunReport.ReportField;
import dev.atelier.report.rendering.RunReport.ReportStep;
import dev.atelier.report.rendering.RunReport.RunCost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a run with its steps from agent-run-service. */
@Component
public class RunReportSource {
    private final InternalClientFactory clients;
    private final DisplayNameResolver displayNameResolver;
    private final Clock clock;

    RunReportSource(InternalClientFactory clients, DisplayNameResolver displayNameResolver, Clock clock) {
        this.clients = clients;
        this.displayNameResolver = displayNameResolver;
        this.clock = clock;
    }

    /**
     * Returns the content of a run's report.
     *
     * @throws NotFound when the run does not exist or belongs to another project
     */
    public RunReport read(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        return report(find(workspace, project, run, by));
    }

    /**
     * Checks that the run belongs to the project and that the person may read it.
     *
     * @throws NotFound otherwise
     */
    public void requireReadable(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        find(workspace, project, run, by);
    }

    private RunDetailsPayload find(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        var found = clients.clientFor("agent-run-service")
                .onBehalfOf(by)
                .get("/internal/workspaces/{workspaceId}/runs/{runId}", workspace, run)
                .retrieve(RunDetailsPayload.class);
        if (!found.run().projectId().equals(project)) {
            throw new NotFound();
        }
        return found;
    }

    private RunReport report(RunDetailsPayload full) {
        var runPayload = full.run();
        return new RunReport(
                full.workspaceName(),
                full.projectName(),
                runPayload.agentName(),
                runPayload.agentVersion(),
                displayNameResolver.of(runPayload.startedBy()),
                runPayload.state(),
                runPayload.input(),
                runPayload.result(),
                runPayload.failure() == null ? null : runPayload.failure().code(),
                runPayload.createdAt(),
                runPayload.endedAt(),
                clock.instant(),
                runPayload.inputTokens(),
                runPayload.outputTokens(),
                new RunCost(runPayload.costMicros(), runPayload.currency()),
                full.steps().stream()
                        .map(step -> step(step, runPayload.currency()))
                        .toList(),
                full.steps().stream()
                        .filter(step -> step.kind().equals("APPROVAL"))
                        .map(this::decision)
                        .toList());
    }

    private static ReportStep step(RunStepPayload step, String currency) {
        return new ReportStep(
                step.sequence(),
                step.kind(),
                step.model() == null ? step.tool() : step.model(),
                step.durationMillis() == null ? null : Duration.ofMillis(step.durationMillis()),
                orNone(step.inputTokens()),
                orNone(step.outputTokens()),
                new RunCost(orNone(step.costMicros()), currency));
    }

    private static long orNone(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    private ReportDecision decision(RunStepPayload step) {
        var decisionPayload = step.decision();
        var tool = step.tool() == null ? "" : step.tool();
        return decisionPayload == null
                ? new ReportDecision(tool, fields(step.arguments()), "PENDING", null, null, null)
                : new ReportDecision(
                        tool,
                        fields(step.arguments()),
                        decisionPayload.outcome(),
                        displayNameResolver.of(decisionPayload.decidedBy()),
                        decisionPayload.decidedAt(),
                        decisionPayload.comment());
    }

    private static List<ReportField> fields(@Nullable JsonNode arguments) {
        return arguments == null
                ? List.of()
                : arguments.properties().stream()
                        .map(argument -> new ReportField(
                                argument.getKey(),
                                argument.getValue().isString()
                                        ? argument.getValue().asString()
                                        : argument.getValue().toString()))
                        .toList();
    }
}
