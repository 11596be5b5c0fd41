package dev.atelier.report.source;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.web.NotFound;
import dev.atelier.report.rendering.RunReport;
import dev.atelier.report.rendering.RunReport.Cost;
import dev.atelier.report.rendering.RunReport.Decision;
import dev.atelier.report.rendering.RunReport.Field;
import dev.atelier.report.rendering.RunReport.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A run with its steps, asked of agent-run-service. */
@Component
public class RunSource {
    private final InternalClients clients;
    private final Names names;
    private final Clock clock;

    RunSource(InternalClients clients, Names names, Clock clock) {
        this.clients = clients;
        this.names = names;
        this.clock = clock;
    }

    /**
     * What the report of a run says.
     *
     * @throws NotFound where the run is another project's, as where there is none
     */
    public RunReport read(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        return report(find(workspace, project, run, by));
    }

    /**
     * Lets a run pass that belongs to the project and may be read by whoever asks.
     *
     * @throws NotFound for every other
     */
    public void demand(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        find(workspace, project, run, by);
    }

    private FullRun find(WorkspaceId workspace, ProjectId project, RunId run, UserId by) {
        var found = clients.to("agent-run-service")
                .onBehalfOf(by)
                .get("/internal/workspaces/{w}/runs/{r}", workspace, run)
                .as(FullRun.class);
        if (!found.run().projectId().equals(project)) {
            throw new NotFound();
        }
        return found;
    }

    private RunReport report(FullRun full) {
        var run = full.run();
        return new RunReport(
                full.workspaceName(),
                full.projectName(),
                run.agentName(),
                run.agentVersion(),
                names.of(run.startedBy()),
                run.state(),
                run.input(),
                run.result(),
                run.failure() == null ? null : run.failure().code(),
                run.createdAt(),
                run.endedAt(),
                clock.instant(),
                run.inputTokens(),
                run.outputTokens(),
                new Cost(run.costMicros(), run.currency()),
                full.steps().stream().map(step -> step(step, run.currency())).toList(),
                full.steps().stream()
                        .filter(step -> step.kind().equals("APPROVAL"))
                        .map(this::decision)
                        .toList());
    }

    private static Step step(AnyStep step, String currency) {
        return new Step(
                step.seq(),
                step.kind(),
                step.model() == null ? step.tool() : step.model(),
                step.millis() == null ? null : Duration.ofMillis(step.millis()),
                orNone(step.inputTokens()),
                orNone(step.outputTokens()),
                new Cost(orNone(step.costMicros()), currency));
    }

    private static long orNone(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    private Decision decision(AnyStep step) {
        var decided = step.decision();
        var tool = step.tool() == null ? "" : step.tool();
        return decided == null
                ? new Decision(tool, fields(step.arguments()), "PENDING", null, null, null)
                : new Decision(
                        tool,
                        fields(step.arguments()),
                        decided.outcome(),
                        names.of(decided.by()),
                        decided.at(),
                        decided.comment());
    }

    private static List<Field> fields(@Nullable JsonNode arguments) {
        return arguments == null
                ? List.of()
                : arguments.properties().stream()
                        .map(argument -> new Field(
                                argument.getKey(),
                                argument.getValue().isString()
                                        ? argument.getValue().asString()
                                        : argument.getValue().toString()))
                        .toList();
    }
}
