package dev.atelier.agentrun.model.builtin;

import dev.atelier.agentrun.model.builtin.Plan.Step;
import dev.atelier.agentrun.model.builtin.board.Board;
import dev.atelier.agentrun.model.builtin.board.FollowUps;
import dev.atelier.agentrun.model.builtin.board.Status;
import dev.atelier.agentrun.model.builtin.board.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a prompt: the plan's next call, or the text at its end. */
@Component
class Thinking {
    private static final String SIGNED =
            "Compiled by atelier/built-in, which picks, counts and orders what is in the project; it generates no text.";

    private final Understanding understanding;
    private final JsonMapper json = JsonMapper.shared();

    Thinking(Understanding understanding) {
        this.understanding = understanding;
    }

    Thought about(Talk talk) {
        var plan = Plan.of(talk, understanding);
        if (plan.steps().isEmpty() || (!plan.unclear().isEmpty() && asksForNothing(talk))) {
            return Thought.say(unsure(plan));
        }
        var missing = plan.without(talk.tools());
        if (missing.isPresent()) {
            return Thought.say("This needs the tool " + missing.get().intent().tool()
                    + ", which the agent may not use. Shall it be added to the agent's tools?");
        }
        for (int i = talk.done().size(); i < plan.steps().size(); i++) {
            var thought = step(talk, plan.steps().get(i));
            if (thought.isPresent()) {
                return thought.get();
            }
        }
        return Thought.say(ending(talk));
    }

    /** Whether none of the input's sentences is understood, so that going by the instructions alone would be a guess. */
    private boolean asksForNothing(Talk talk) {
        return Sentences.of(talk.input()).stream()
                .map(understanding::of)
                .allMatch(intent -> intent.isEmpty() || intent.get() == Intent.OTHER);
    }

    private static String unsure(Plan plan) {
        var about = plan.unclear().isEmpty() ? "this" : "“" + plan.unclear() + "”";
        return "I am not sure what to do about " + about + ". I can summarise or list the project's actions,"
                + " propose new actions, or change existing ones. Which of these do you mean?";
    }

    /** Empty where the step has nothing to do: there is no further proposal. */
    private Optional<Thought> step(Talk talk, Step step) {
        return switch (step.intent()) {
            case SEARCH ->
                Optional.of(Thought.call(
                        "I read the project's actions.", step.intent().tool(), search(step)));
            case CREATE -> create(talk, step);
            case CHANGE -> change(talk, step);
            default -> Optional.empty();
        };
    }

    private String search(Step step) {
        var arguments = new LinkedHashMap<String, Object>();
        Patterns.quoted(step.sentence()).ifPresent(text -> arguments.put("text", text));
        Patterns.state(step.sentence())
                .filter(state ->
                        step.sentence().toLowerCase(java.util.Locale.ROOT).contains("blocked"))
                .ifPresent(state -> arguments.put("state", state));
        return json.writeValueAsString(arguments);
    }

    private Optional<Thought> create(Talk talk, Step step) {
        var title = Patterns.quoted(step.sentence());
        var arguments = new LinkedHashMap<String, Object>();
        if (title.isPresent()) {
            arguments.put("title", title.get());
            Patterns.priority(step.sentence()).ifPresent(priority -> arguments.put("priority", priority));
            Patterns.date(step.sentence(), talk.today()).ifPresent(date -> arguments.put("due", date.toString()));
            return Optional.of(call(step, "I propose the action you named.", arguments));
        }
        var proposals =
                board(talk).map(board -> FollowUps.of(board, talk.today())).orElse(java.util.List.of());
        if (step.index() >= proposals.size()) {
            return Optional.empty();
        }
        var proposal = proposals.get(step.index());
        arguments.put("title", proposal.title());
        arguments.put("description", proposal.description());
        arguments.put("priority", proposal.priority());
        arguments.put("due", proposal.due().toString());
        return Optional.of(call(step, "I propose a follow-up: " + proposal.title() + ".", arguments));
    }

    private Optional<Thought> change(Talk talk, Step step) {
        var card = Patterns.quoted(step.sentence()).flatMap(title -> board(talk).flatMap(board -> board.titled(title)));
        if (card.isEmpty()) {
            return Optional.of(Thought.say("I cannot tell which action you mean by “" + step.sentence()
                    + "”. Please put its title in quotation marks."));
        }
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("id", card.get().id());
        var rest = step.sentence().replace(Patterns.quoted(step.sentence()).orElse(""), "");
        Patterns.state(rest).ifPresent(state -> arguments.put("state", state));
        Patterns.priority(rest).ifPresent(priority -> arguments.put("priority", priority));
        Patterns.date(rest, talk.today()).ifPresent(date -> arguments.put("due", date.toString()));
        return Optional.of(
                arguments.size() == 1
                        ? Thought.say("I cannot tell how to change “"
                                + card.get().title() + "”. Name a state, a priority or a date.")
                        : call(step, "I change “" + card.get().title() + "”.", arguments));
    }

    private Thought call(Step step, String text, Map<String, Object> arguments) {
        return Thought.call(text, step.intent().tool(), json.writeValueAsString(arguments));
    }

    private static Optional<Board> board(Talk talk) {
        return talk.done().stream()
                .filter(done -> done.tool().equals(Intent.SEARCH.tool()) && !done.refused())
                .reduce((first, second) -> second)
                .flatMap(done -> Board.read(done.result()));
    }

    private String ending(Talk talk) {
        var text = new StringBuilder();
        board(talk).ifPresent(board -> text.append(Status.of(board, talk.today())));
        var outcomes = new StringBuilder();
        for (var done : talk.done()) {
            if (done.tool().equals(Intent.SEARCH.tool())) {
                if (done.refused()) {
                    outcomes.append("\n- The actions could not be read: ").append(done.reason());
                }
            } else {
                outcomes.append("\n- ").append(outcome(done));
            }
        }
        if (!outcomes.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("What was proposed")
                    .append(outcomes);
        }
        return text.append("\n\n").append(SIGNED).toString().strip();
    }

    private String outcome(Talk.Done done) {
        var created = done.tool().equals(Intent.CREATE.tool());
        var what = created ? "“" + field(done.arguments(), "title") + "”" : "The change";
        if (done.refused()) {
            return what + (created ? " was not created: " : " was not made: ") + done.reason();
        }
        return created
                ? what + " was created" + dueText(done) + "."
                : "“" + field(done.result(), "title") + "” was changed.";
    }

    private String dueText(Talk.Done done) {
        var due = field(done.arguments(), "due");
        return due.isEmpty() ? "" : ", due " + Wording.day(java.time.LocalDate.parse(due));
    }

    private String field(String text, String name) {
        try {
            return json.readTree(text).path(name).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
