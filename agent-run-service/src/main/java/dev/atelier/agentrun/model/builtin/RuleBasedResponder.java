package dev.atelier.agentrun.model.builtin;

import dev.atelier.agentrun.model.builtin.ToolCallPlan.PlannedToolCall;
import dev.atelier.agentrun.model.builtin.board.ActionBoard;
import dev.atelier.agentrun.model.builtin.board.ActionTextFormatter;
import dev.atelier.agentrun.model.builtin.board.FollowUpSuggester;
import dev.atelier.agentrun.model.builtin.board.StatusSummarizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a prompt: with the plan's next tool call, or with the final text. */
@Component
class RuleBasedResponder {
    private static final String SIGNED =
            "Compiled by atelier/built-in, which picks, counts and orders what is in the project; it generates no text.";

    private final IntentClassifier intentClassifier;
    private final JsonMapper json = JsonMapper.shared();

    RuleBasedResponder(IntentClassifier intentClassifier) {
        this.intentClassifier = intentClassifier;
    }

    BuiltInReply respondTo(ParsedPrompt parsedPrompt) {
        var plan = ToolCallPlan.of(parsedPrompt, intentClassifier);
        if (plan.steps().isEmpty() || (!plan.unclear().isEmpty() && asksForNothing(parsedPrompt))) {
            return BuiltInReply.ofText(unsure(plan));
        }
        var missing = plan.without(parsedPrompt.tools());
        if (missing.isPresent()) {
            return BuiltInReply.ofText(
                    "This needs the tool " + missing.get().intent().tool()
                            + ", which the agent may not use. Shall it be added to the agent's tools?");
        }
        for (int i = parsedPrompt.done().size(); i < plan.steps().size(); i++) {
            var thought = step(parsedPrompt, plan.steps().get(i));
            if (thought.isPresent()) {
                return thought.get();
            }
        }
        return BuiltInReply.ofText(ending(parsedPrompt));
    }

    /**
     * Returns whether no sentence of the input has a known intent, so that following the instructions alone would be a
     * guess.
     */
    private boolean asksForNothing(ParsedPrompt parsedPrompt) {
        return SentenceSplitter.of(parsedPrompt.input()).stream()
                .map(intentClassifier::of)
                .allMatch(intent -> intent.isEmpty() || intent.get() == RequestIntent.OTHER);
    }

    private static String unsure(ToolCallPlan plan) {
        var about = plan.unclear().isEmpty() ? "this" : "“" + plan.unclear() + "”";
        return "I am not sure what to do about " + about + ". I can summarise or list the project's actions,"
                + " propose new actions, or change existing ones. Which of these do you mean?";
    }

    /** Returns the reply of a step; empty when the step has nothing to do because there is no further proposal. */
    private Optional<BuiltInReply> step(ParsedPrompt parsedPrompt, PlannedToolCall plannedToolCall) {
        return switch (plannedToolCall.intent()) {
            case SEARCH ->
                Optional.of(BuiltInReply.call(
                        "I read the project's actions.",
                        plannedToolCall.intent().tool(),
                        search(plannedToolCall)));
            case CREATE -> create(parsedPrompt, plannedToolCall);
            case CHANGE -> change(parsedPrompt, plannedToolCall);
            default -> Optional.empty();
        };
    }

    private String search(PlannedToolCall plannedToolCall) {
        var arguments = new LinkedHashMap<String, Object>();
        ArgumentExtractor.quoted(plannedToolCall.sentence()).ifPresent(text -> arguments.put("text", text));
        ArgumentExtractor.state(plannedToolCall.sentence())
                .filter(state -> plannedToolCall
                        .sentence()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("blocked"))
                .ifPresent(state -> arguments.put("state", state));
        return json.writeValueAsString(arguments);
    }

    private Optional<BuiltInReply> create(ParsedPrompt parsedPrompt, PlannedToolCall plannedToolCall) {
        var title = ArgumentExtractor.quoted(plannedToolCall.sentence());
        var arguments = new LinkedHashMap<String, Object>();
        if (title.isPresent()) {
            arguments.put("title", title.get());
            ArgumentExtractor.priority(plannedToolCall.sentence())
                    .ifPresent(priority -> arguments.put("priority", priority));
            ArgumentExtractor.date(plannedToolCall.sentence(), parsedPrompt.today())
                    .ifPresent(date -> arguments.put("due", date.toString()));
            return Optional.of(call(plannedToolCall, "I propose the action you named.", arguments));
        }
        var proposals = board(parsedPrompt)
                .map(board -> FollowUpSuggester.of(board, parsedPrompt.today()))
                .orElse(java.util.List.of());
        if (plannedToolCall.index() >= proposals.size()) {
            return Optional.empty();
        }
        var proposal = proposals.get(plannedToolCall.index());
        arguments.put("title", proposal.title());
        arguments.put("description", proposal.description());
        arguments.put("priority", proposal.priority());
        arguments.put("due", proposal.due().toString());
        return Optional.of(call(plannedToolCall, "I propose a follow-up: " + proposal.title() + ".", arguments));
    }

    private Optional<BuiltInReply> change(ParsedPrompt parsedPrompt, PlannedToolCall plannedToolCall) {
        var card = ArgumentExtractor.quoted(plannedToolCall.sentence())
                .flatMap(title -> board(parsedPrompt).flatMap(board -> board.titled(title)));
        if (card.isEmpty()) {
            return Optional.of(BuiltInReply.ofText("I cannot tell which action you mean by “"
                    + plannedToolCall.sentence() + "”. Please put its title in quotation marks."));
        }
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("id", card.get().id());
        var rest = plannedToolCall
                .sentence()
                .replace(ArgumentExtractor.quoted(plannedToolCall.sentence()).orElse(""), "");
        ArgumentExtractor.state(rest).ifPresent(state -> arguments.put("state", state));
        ArgumentExtractor.priority(rest).ifPresent(priority -> arguments.put("priority", priority));
        ArgumentExtractor.date(rest, parsedPrompt.today()).ifPresent(date -> arguments.put("due", date.toString()));
        return Optional.of(
                arguments.size() == 1
                        ? BuiltInReply.ofText("I cannot tell how to change “"
                                + card.get().title() + "”. Name a state, a priority or a date.")
                        : call(plannedToolCall, "I change “" + card.get().title() + "”.", arguments));
    }

    private BuiltInReply call(PlannedToolCall plannedToolCall, String text, Map<String, Object> arguments) {
        return BuiltInReply.call(text, plannedToolCall.intent().tool(), json.writeValueAsString(arguments));
    }

    private static Optional<ActionBoard> board(ParsedPrompt parsedPrompt) {
        return parsedPrompt.done().stream()
                .filter(completedToolCall ->
                        completedToolCall.tool().equals(RequestIntent.SEARCH.tool()) && !completedToolCall.refused())
                .reduce((first, second) -> second)
                .flatMap(completedToolCall -> ActionBoard.read(completedToolCall.result()));
    }

    private String ending(ParsedPrompt parsedPrompt) {
        var text = new StringBuilder();
        board(parsedPrompt).ifPresent(board -> text.append(StatusSummarizer.of(board, parsedPrompt.today())));
        var outcomes = new StringBuilder();
        for (var completedToolCall : parsedPrompt.done()) {
            if (completedToolCall.tool().equals(RequestIntent.SEARCH.tool())) {
                if (completedToolCall.refused()) {
                    outcomes.append("\n- The actions could not be read: ").append(completedToolCall.reason());
                }
            } else {
                outcomes.append("\n- ").append(outcome(completedToolCall));
            }
        }
        if (!outcomes.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("What was proposed")
                    .append(outcomes);
        }
        return text.append("\n\n").append(SIGNED).toString().strip();
    }

    private String outcome(ParsedPrompt.CompletedToolCall completedToolCall) {
        var created = completedToolCall.tool().equals(RequestIntent.CREATE.tool());
        var what = created ? "“" + field(completedToolCall.arguments(), "title") + "”" : "The change";
        if (completedToolCall.refused()) {
            return what + (created ? " was not created: " : " was not made: ") + completedToolCall.reason();
        }
        return created
                ? what + " was created" + dueText(completedToolCall) + "."
                : "“" + field(completedToolCall.result(), "title") + "” was changed.";
    }

    private String dueText(ParsedPrompt.CompletedToolCall completedToolCall) {
        var due = field(completedToolCall.arguments(), "due");
        return due.isEmpty() ? "" : ", due " + ActionTextFormatter.day(java.time.LocalDate.parse(due));
    }

    private String field(String text, String name) {
        try {
            return json.readTree(text).path(name).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
