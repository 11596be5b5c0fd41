package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.Definition;
import dev.atelier.agentrun.agent.Limits;
import dev.atelier.agentrun.agent.ToolUse;
import dev.atelier.agentrun.engine.Next.AnswerFor;
import dev.atelier.agentrun.engine.Next.AskModel;
import dev.atelier.agentrun.engine.Next.AskPerson;
import dev.atelier.agentrun.engine.Next.Fail;
import dev.atelier.agentrun.engine.Next.Finish;
import dev.atelier.agentrun.engine.Next.UseTool;
import dev.atelier.agentrun.engine.Next.Wait;
import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Course.Wish;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.agentrun.tool.Tools;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what comes next from the journal alone, so that any worker goes on where another one stopped. */
@Component
class Rules {
    /** A run that workers take up so many times in vain is given up. */
    static final int FRUITLESS = 10;

    private final Tools tools;

    Rules(Tools tools) {
        this.tools = tools;
    }

    Next next(Course course, Definition agent) {
        if (course.fruitlessClaims() > FRUITLESS) {
            return new Fail("engine-gave-up", "The run was taken up " + FRUITLESS + " times without getting on.");
        }
        var answer = course.newestAnswer();
        if (answer.isEmpty()) {
            return askModel(course, agent.limits());
        }
        if (answer.get().calls().isEmpty()) {
            return new Finish(answer.get().text());
        }
        for (var wish : answer.get().calls()) {
            if (!answered(course, wish)) {
                return withinLimits(course, agent.limits(), next(course, agent, wish));
            }
        }
        return askModel(course, agent.limits());
    }

    /** Asks, asks again after a failed try, or ends with what failed. */
    private static Next askModel(Course course, Limits limits) {
        var failed = course.failedTries();
        if (failed.isEmpty()) {
            return withinLimits(course, limits, new AskModel(Duration.ZERO));
        }
        var newest = failed.getFirst();
        if (newest.pauseMillis() != null) {
            return withinLimits(course, limits, new AskModel(Duration.ofMillis(newest.pauseMillis())));
        }
        var end = new Fail(Failed.of(newest));
        // An answer that stopped for want of tokens, or a try that ran out of time, ends by the run's own limit where
        // that was it.
        return newest.code().equals(Why.TRUNCATED.code()) || outOfTime(course, limits)
                ? withinLimits(course, limits, end)
                : end;
    }

    private static boolean outOfTime(Course course, Limits limits) {
        return course.workedMillis() >= limits.time().toMillis();
    }

    private static boolean answered(Course course, Wish wish) {
        return course.answer(wish.place()).isPresent()
                || course.asked(wish.place())
                        .flatMap(course::decision)
                        .filter(decided -> decided.outcome() == Outcome.REJECTED)
                        .isPresent();
    }

    private Next next(Course course, Definition agent, Wish wish) {
        var use = agent.tools().stream()
                .filter(candidate -> candidate.tool().equals(wish.call().tool()))
                .findFirst();
        var tool = use.flatMap(found -> tools.named(found.tool()));
        if (use.isEmpty() || tool.isEmpty()) {
            return new AnswerFor(wish, "There is no tool with this name.");
        }
        var problem = tool.get().problemWith(wish.call().arguments());
        if (problem.isPresent()) {
            return new AnswerFor(wish, problem.get());
        }
        return next(course, wish, tool.get(), use.get());
    }

    private static Next next(Course course, Wish wish, Tool tool, ToolUse use) {
        var started = course.started(wish.place());
        var asked = course.asked(wish.place());
        if (asked.isPresent() && course.decision(asked.get()).isEmpty()) {
            return new Wait();
        }
        if (started.isPresent()) {
            var approvedSince = asked.isPresent()
                    && course.seqOf(asked.get()) > started.get().seq();
            return again(wish, tool, started, approvedSince);
        }
        var approver = use.approval().approver();
        return approver == null || asked.isPresent()
                ? new UseTool(wish, tool, null)
                : new AskPerson(wish, tool, approver);
    }

    /** A call that was under way when its worker stopped. */
    private static Next again(Wish wish, Tool tool, Optional<Entry> started, boolean approvedSince) {
        if (tool.nature() != Nature.ASK_A_PERSON) {
            return new UseTool(wish, tool, started.map(Entry::seq).orElse(null));
        }
        return approvedSince ? new UseTool(wish, tool, null) : new AskPerson(wish, tool, Approver.PARTICIPANT);
    }

    private static Next withinLimits(Course course, Limits limits, Next next) {
        if (next instanceof Wait) {
            return next;
        }
        if (course.steps() >= limits.steps()) {
            return new Fail("limit-of-steps", "The run reached its limit of " + limits.steps() + " steps.");
        }
        if (course.spent().tokens() >= limits.tokens()) {
            return new Fail("limit-of-tokens", "The run reached its limit of " + limits.tokens() + " tokens.");
        }
        if (outOfTime(course, limits)) {
            return new Fail("limit-of-time", "The run reached its limit of " + limits.seconds() + " seconds of work.");
        }
        return next;
    }
}
