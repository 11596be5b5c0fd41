package dev.atelier.agentrun.run.reading;

import dev.atelier.agentrun.run.journal.Conversation;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Course.Wish;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening.ApprovalAsked;
import dev.atelier.agentrun.run.journal.Happening.ApprovalDecided;
import dev.atelier.agentrun.run.journal.Happening.ModelAnswered;
import dev.atelier.agentrun.run.journal.Happening.ModelTryFailed;
import dev.atelier.agentrun.run.journal.Happening.ToolAnswered;
import dev.atelier.agentrun.run.reading.StepView.Call;
import dev.atelier.agentrun.run.reading.StepView.Decision;
import dev.atelier.agentrun.run.reading.StepView.Kind;
import dev.atelier.agentrun.run.reading.StepView.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run's journal as the steps a person reads: what the model was asked and answered, what tools and people did. */
final class Steps {
    private final JsonMapper json;
    private final Course course;
    private final Map<String, Wish> wishes = new HashMap<>();
    private List<Said> unheard;

    Steps(JsonMapper json, String instructions, String input, Course course) {
        this.json = json;
        this.course = course;
        this.unheard = said(Conversation.opening(instructions, input));
    }

    List<StepView> list() {
        var steps = new ArrayList<StepView>();
        for (var entry : course.entries()) {
            switch (entry.what()) {
                case ModelAnswered answered -> steps.add(model(entry, answered));
                case ModelTryFailed tried -> steps.add(modelTry(entry, tried));
                case ToolAnswered answered -> steps.add(tool(entry, answered));
                case ApprovalAsked asked -> steps.add(approval(entry, asked));
                default -> {}
            }
        }
        return List.copyOf(steps);
    }

    private StepView model(Entry entry, ModelAnswered answered) {
        var heard = unheard;
        unheard = Conversation.results(course, entry.seq(), answered)
                .map(results -> said(List.of(results)))
                .orElse(List.of());
        var calls = Course.Wishes.of(entry.seq(), answered).calls();
        calls.forEach(wish -> wishes.put(wish.place(), wish));
        var spent = answered.spent();
        return new StepView.Model(
                Kind.MODEL,
                entry.seq(),
                entry.at(),
                answered.model(),
                heard,
                answered.answer(),
                answered.reasoning() == null ? "" : answered.reasoning(),
                calls.stream()
                        .map(wish -> new Call(wish.place(), wish.call().tool(), arguments(wish.place())))
                        .toList(),
                spent.inputTokens(),
                spent.outputTokens(),
                spent.costMicros(),
                spent.currency(),
                spent.partlyEstimated(),
                spent.millis());
    }

    private static StepView modelTry(Entry entry, ModelTryFailed tried) {
        var spent = tried.spent();
        return new StepView.ModelTry(
                Kind.MODEL_TRY,
                entry.seq(),
                entry.at(),
                tried.code(),
                tried.sentence(),
                tried.status(),
                tried.message(),
                tried.partialAnswer(),
                tried.pauseMillis() != null,
                spent.inputTokens(),
                spent.outputTokens(),
                spent.costMicros(),
                spent.currency(),
                spent.partlyEstimated(),
                spent.millis());
    }

    private StepView tool(Entry entry, ToolAnswered answered) {
        return new StepView.Tool(
                Kind.TOOL,
                entry.seq(),
                entry.at(),
                answered.call(),
                answered.tool(),
                arguments(answered.call()),
                answered.answer(),
                answered.refused(),
                answered.millis());
    }

    private StepView approval(Entry entry, ApprovalAsked asked) {
        var decision = course.entries().stream()
                .filter(later -> later.what() instanceof ApprovalDecided decided
                        && decided.approval().equals(asked.approval()))
                .findFirst()
                .map(later -> decision(later, (ApprovalDecided) later.what()))
                .orElse(null);
        return new StepView.Approval(
                Kind.APPROVAL,
                entry.seq(),
                entry.at(),
                asked.approval(),
                asked.call(),
                asked.tool(),
                arguments(asked.call()),
                asked.approver(),
                decision);
    }

    private static Decision decision(Entry entry, ApprovalDecided decided) {
        return new Decision(decided.outcome().name(), decided.by(), entry.at(), decided.comment());
    }

    private JsonNode arguments(String call) {
        var wish = wishes.get(call);
        if (wish == null) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(wish.call().arguments());
        } catch (JacksonException e) {
            return json.createObjectNode().put("unreadable", wish.call().arguments());
        }
    }

    private static List<Said> said(List<? extends Message> messages) {
        var said = new ArrayList<Said>();
        for (var message : messages) {
            if (message instanceof ToolResponseMessage results) {
                results.getResponses().forEach(result -> said.add(new Said("tool", result.responseData())));
            } else {
                said.add(new Said(
                        message.getMessageType().getValue().toLowerCase(Locale.ROOT),
                        String.valueOf(message.getText())));
            }
        }
        return List.copyOf(said);
    }
}
