package dev.atelier.agentrun.run.reading;

import dev.atelier.agentrun.agent.PublishedAgents;
import dev.atelier.agentrun.run.Briefing;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunFilter;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reading runs, for those who may read their project. */
@Component
class Reading {
    private final Runs runs;
    private final Journal journal;
    private final PublishedAgents agents;
    private final Briefing briefing;
    private final Access access;
    private final JsonMapper json;

    Reading(Runs runs, Journal journal, PublishedAgents agents, Briefing briefing, Access access, JsonMapper json) {
        this.runs = runs;
        this.journal = journal;
        this.agents = agents;
        this.briefing = briefing;
        this.access = access;
        this.json = json;
    }

    Page<RunView> list(
            WorkspaceId workspace,
            @Nullable AgentId agent,
            @Nullable ProjectId project,
            @Nullable RunState state,
            PageRequest page,
            UserId by) {
        if (project != null) {
            access.participant(workspace, project, by);
        }
        var before = page.cursor() == null ? null : page.cursor().id(0, RunId.class);
        var filter = new RunFilter(access.readableProjects(workspace, by).orElse(null), project, agent, state, before);
        return Page.of(runs.list(workspace, filter, page.limitAndOne()), page, run -> Cursors.of(run.id()))
                .map(RunView::of);
    }

    RunView get(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        return RunView.of(run, course(run).spent());
    }

    List<StepView> steps(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        return steps(run, course(run));
    }

    FullRun full(WorkspaceId workspace, RunId id, UserId by) {
        var run = readable(workspace, id, by);
        var course = course(run);
        return new FullRun(
                RunView.of(run, course.spent()),
                access.workspaceName(workspace),
                access.projectName(workspace, run.projectId()),
                steps(run, course));
    }

    private List<StepView> steps(Run run, Course course) {
        var agent = agents.version(
                run.workspaceId(), run.order().agentId(), run.order().agentVersion());
        return new Steps(json, briefing.of(run, agent), run.order().input(), course).list();
    }

    private Run readable(WorkspaceId workspace, RunId id, UserId by) {
        access.member(workspace, by);
        var run = runs.get(workspace, id);
        access.participant(workspace, run.projectId(), by);
        return run;
    }

    private Course course(Run run) {
        return new Course(journal.of(run.workspaceId(), run.id()));
    }

    /** A run with everything in it, for its report. */
    record FullRun(RunView run, String workspaceName, String projectName, List<StepView> steps) {
        FullRun {
            steps = List.copyOf(steps);
        }
    }
}
