package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.engine.Next.UseTool;
import dev.atelier.agentrun.run.Briefing;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.ToolAnswered;
import dev.atelier.agentrun.run.journal.Happening.ToolStarted;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.tool.Errand;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.ProjectOutOfReach;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.ToolUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Calls a tool for a run. One with an effect is marked started first; its key is the run and that mark's number. */
@Component
class Acting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Journal journal;
    private final EngineSettings settings;
    private final Clock clock;

    Acting(Journal journal, EngineSettings settings, Clock clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives back the course with the tool's answer recorded, or as it was when the project went out of reach. */
    Acted act(Run run, UseTool use, Course before) {
        var wish = use.wish();
        var course = before;
        long step = use.startedAt() == null ? course.nextSeq() : use.startedAt();
        if (use.tool().hasEffect() && use.startedAt() == null) {
            course = record(
                    run, course, new ToolStarted(wish.place(), wish.call().tool()));
        }
        var began = System.nanoTime();
        var errand = new Errand(
                run.workspaceId(),
                run.projectId(),
                run.id(),
                run.startedBy(),
                Briefing.today(run),
                run.id() + ":" + step,
                wish.call().arguments());
        ToolAnswer answer;
        try {
            answer = patiently(use, errand, began);
        } catch (ProjectOutOfReach e) {
            return new Acted(course, true);
        }
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var answered = new ToolAnswered(wish.place(), wish.call().tool(), answer.text(), answer.refused(), millis);
        return new Acted(record(run, course, answered), false);
    }

    private ToolAnswer patiently(UseTool use, Errand errand, long began) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return use.tool().act(errand);
            } catch (ToolUnavailable e) {
                var waited = Duration.ofNanos(System.nanoTime() - began);
                if (use.tool().nature() == Nature.ASK_A_PERSON || waited.compareTo(settings.patience()) > 0) {
                    return ToolAnswer.refused(
                            use.tool().hasEffect()
                                    ? "The service behind this tool does not answer; nobody knows whether it was done."
                                    : "The service behind this tool does not answer.");
                }
                Pause.of(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private Course record(Run run, Course course, Happening what) {
        var line = new Entry(run.workspaceId(), run.id(), course.nextSeq(), clock.instant(), what);
        journal.append(line);
        return course.with(line);
    }

    /** Where a call left the run; out of reach is the project for the person it runs for. */
    record Acted(Course course, boolean outOfReach) {}
}
