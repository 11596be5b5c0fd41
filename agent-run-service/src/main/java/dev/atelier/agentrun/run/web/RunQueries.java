package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.agent.PublishedAgentReader;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunFilter;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.SystemPromptBuilder;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads runs for people who may read their project. */
@Component
class RunQueries {
    private final RunStore runStore;
    private final RunJournal journal;
    private final PublishedAgentReader agents;
    private final SystemPromptBuilder systemPromptBuilder;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final JsonMapper json;

    RunQueries(
            RunStore runStore,
            RunJournal journal,
            PublishedAgentReader agents,
            SystemPromptBuilder systemPromptBuilder,
            WorkspaceAuthorization workspaceAuthorization,
            JsonMapper json) {
        this.runStore = runStore;
        this.journal = journal;
        this.agents = agents;
        this.systemPromptBuilder = systemPromptBuilder;
        this.workspaceAuthorization = workspaceAuthorization;
        this.json = json;
    }

    CursorPage<RunResponse> list(
            WorkspaceId workspace,
            @Nullable AgentId agent,
            @Nullable ProjectId project,
            @Nullable RunState state,
            CursorPageRequest page,
            UserId by) {
        if (project != null) {
            workspaceAuthorization.requireParticipant(workspace, project, by);
        }
        var before = page.cursor() == null ? null : page.cursor().id(0, RunId.class);
        var filter = new RunFilter(
                workspaceAuthorization.findReadableProjects(workspace, by).orElse(null), project, agent, state, before);
        return CursorPage.of(
                        runStore.list(workspace, filter, page.limitPlusOne()),
                        page,
                        run -> PageCursorCodec.of(run.id()))
                .map(RunResponse::of);
    }

    RunResponse get(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        return RunResponse.of(run, course(run).spent());
    }

    List<RunStepResponse> steps(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        return steps(run, course(run));
    }

    RunDetailsResponse full(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        var runHistory = course(run);
        return new RunDetailsResponse(
                RunResponse.of(run, runHistory.spent()),
                workspaceAuthorization.workspaceName(workspace),
                workspaceAuthorization.projectName(workspace, run.projectId()),
                steps(run, runHistory));
    }

    private List<RunStepResponse> steps(Run run, RunHistory runHistory) {
        var agent = agents.version(
                run.workspaceId(), run.order().agentId(), run.order().agentVersion());
        return new RunStepAssembler(
                        json, systemPromptBuilder.of(run, agent), run.order().input(), runHistory)
                .list();
    }

    private Run readable(WorkspaceId workspace, RunId id, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        var run = runStore.get(workspace, id);
        workspaceAuthorization.requireParticipant(workspace, run.projectId(), by);
        return run;
    }

    private RunHistory course(Run run) {
        return new RunHistory(journal.of(run.workspaceId(), run.id()));
    }

    /** A run with all details, for its report. */
    record RunDetailsResponse(RunResponse run, String workspaceName, String projectName, List<RunStepResponse> steps) {
        RunDetailsResponse {
            steps = List.copyOf(steps);
        }
    }
}
