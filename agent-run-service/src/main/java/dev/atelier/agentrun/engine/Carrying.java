package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.agentrun.agent.PublishedAgents;
import dev.atelier.agentrun.approval.Approvals;
import dev.atelier.agentrun.approval.Question;
import dev.atelier.agentrun.engine.Next.AnswerFor;
import dev.atelier.agentrun.engine.Next.AskModel;
import dev.atelier.agentrun.engine.Next.AskPerson;
import dev.atelier.agentrun.engine.Next.Fail;
import dev.atelier.agentrun.engine.Next.Finish;
import dev.atelier.agentrun.engine.Next.UseTool;
import dev.atelier.agentrun.engine.Next.Wait;
import dev.atelier.agentrun.run.Briefing;
import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.Claimed;
import dev.atelier.agentrun.run.journal.Happening.Completed;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.run.journal.Happening.ToolAnswered;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.run.journal.LineTooLong;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.id.ApprovalId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries one run through: from where its journal ends to where it ends, or waits. */
@Component
class Carrying {
    private static final Failed TOO_LONG =
            Failed.of("step-too-long", "A step of the run is longer than a run's journal takes.");

    private final Rules rules;
    private final Asking asking;
    private final Acting acting;
    private final PublishedAgents agents;
    private final Approvals approvals;
    private final Progress progress;
    private final Journal journal;
    private final Standing standing;
    private final Briefing briefing;
    private final Clock clock;

    Carrying(
            Rules rules,
            Asking asking,
            Acting acting,
            PublishedAgents agents,
            Approvals approvals,
            Progress progress,
            Journal journal,
            Standing standing,
            Briefing briefing,
            Clock clock) {
        this.rules = rules;
        this.asking = asking;
        this.acting = acting;
        this.agents = agents;
        this.approvals = approvals;
        this.progress = progress;
        this.journal = journal;
        this.standing = standing;
        this.briefing = briefing;
        this.clock = clock;
    }

    /**
     * Goes on with a run that the worker claimed.
     *
     * @param token this claim's own
     * @throws dev.atelier.agentrun.run.journal.LostRun when somebody else wrote the run's next line
     */
    void carry(Run run, UUID token) {
        var course = new Course(journal.of(run.workspaceId(), run.id()));
        if (course.ended() || course.paused()) {
            return;
        }
        if (!standing.allows(run, course)) {
            return;
        }
        var claimed = entry(run, course, new Claimed(token));
        if (course.claimedBefore()) {
            journal.append(claimed);
        } else {
            progress.record(claimed, course.spent());
        }
        var agent = agents.version(
                run.workspaceId(), run.order().agentId(), run.order().agentVersion());
        carry(run, agent, course.with(claimed));
    }

    private void carry(Run run, PublishedAgent agent, Course from) {
        var told = briefing.of(run, agent);
        var course = from;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var next = step(run, agent, told, course);
                if (next == null) {
                    return;
                }
                course = next;
            } catch (LineTooLong e) {
                end(run, new Course(journal.of(run.workspaceId(), run.id())), TOO_LONG);
                return;
            }
        }
    }

    /** Does what comes next and gives back the course with it; null where nothing is to be done now. */
    private @Nullable Course step(Run run, PublishedAgent agent, String told, Course course) {
        switch (rules.next(course, agent.definition())) {
            case AskModel ask -> {
                var asked = asking.ask(run, agent, told, course, ask.pause());
                journal.append(asked);
                return course.with(asked);
            }
            case UseTool use -> {
                if (use.tool().hasEffect() && !standing.allows(run, course)) {
                    return null;
                }
                var acted = acting.act(run, use, course);
                if (acted.outOfReach()) {
                    standing.cancel(run, acted.course(), Cause.MEMBERSHIP_ENDED);
                    return null;
                }
                return acted.course();
            }
            case AnswerFor answer -> {
                var wish = answer.wish();
                var line = entry(
                        run, course, new ToolAnswered(wish.place(), wish.call().tool(), answer.reason(), true, 0));
                journal.append(line);
                return course.with(line);
            }
            case AskPerson person -> {
                ask(run, course, person);
                return null;
            }
            case Wait wait -> {
                return null;
            }
            case Finish finish -> {
                end(run, course, new Completed(finish.result()));
                return null;
            }
            case Fail fail -> {
                end(run, course, fail.why());
                return null;
            }
        }
    }

    private void ask(Run run, Course course, AskPerson person) {
        var call = person.wish().call();
        approvals.ask(
                run,
                course,
                new Question(
                        ApprovalId.next(),
                        person.wish().place(),
                        call.tool(),
                        person.tool().summary(call.arguments()),
                        call.arguments(),
                        person.approver()));
    }

    private void end(Run run, Course course, Happening last) {
        progress.record(entry(run, course, last), course.spent());
    }

    private Entry entry(Run run, Course course, Happening what) {
        return new Entry(run.workspaceId(), run.id(), course.nextSeq(), clock.instant(), what);
    }
}
