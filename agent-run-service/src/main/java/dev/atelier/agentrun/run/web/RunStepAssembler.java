package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.journal.ConversationBuilder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalRequested;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAttemptFailed;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunHistory.PendingToolCall;
import dev.atelier.agentrun.run.web.RunStepResponse.ApprovalDecisionResponse;
import dev.atelier.agentrun.run.web.RunStepResponse.PromptMessageResponse;
import dev.atelier.agentrun.run.web.RunStepResponse.RunStepKind;
import dev.atelier.agentrun.run.web.RunStepResponse.ToolCallResponse;
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

/** Builds the steps for readers from a run's journal: model requests and answers, tool calls, approvals. */
final class RunStepAssembler {
    private final JsonMapper json;
    private final RunHistory runHistory;
    private final Map<String, PendingToolCall> wishes = new HashMap<>();
    private List<PromptMessageResponse> unheard;

    RunStepAssembler(JsonMapper json, String instructions, String input, RunHistory runHistory) {
        this.json = json;
        this.runHistory = runHistory;
        this.unheard = said(ConversationBuilder.opening(instructions, input));
    }

    List<RunStepResponse> list() {
        var steps = new ArrayList<RunStepResponse>();
        for (var entry : runHistory.entries()) {
            switch (entry.what()) {
                case ModelAnswered answered -> steps.add(model(entry, answered));
                case ModelAttemptFailed tried -> steps.add(modelTry(entry, tried));
                case ToolAnswered answered -> steps.add(tool(entry, answered));
                case ApprovalRequested asked -> steps.add(approval(entry, asked));
                default -> {}
            }
        }
        return List.copyOf(steps);
    }

    private RunStepResponse model(JournalEntry entry, ModelAnswered answered) {
        var heard = unheard;
        unheard = ConversationBuilder.results(runHistory, entry.seq(), answered)
                .map(results -> said(List.of(results)))
                .orElse(List.of());
        var calls = RunHistory.ModelTurn.of(entry.seq(), answered).calls();
        calls.forEach(pendingToolCall -> wishes.put(pendingToolCall.place(), pendingToolCall));
        var runUsage = answered.spent();
        return new RunStepResponse.ModelStepResponse(
                RunStepKind.MODEL,
                entry.seq(),
                entry.at(),
                answered.model(),
                heard,
                answered.answer(),
                answered.reasoning() == null ? "" : answered.reasoning(),
                calls.stream()
                        .map(pendingToolCall -> new ToolCallResponse(
                                pendingToolCall.place(),
                                pendingToolCall.call().tool(),
                                arguments(pendingToolCall.place())))
                        .toList(),
                runUsage.inputTokens(),
                runUsage.outputTokens(),
                runUsage.costMicros(),
                runUsage.currency(),
                runUsage.partlyEstimated(),
                runUsage.millis());
    }

    private static RunStepResponse modelTry(JournalEntry entry, ModelAttemptFailed tried) {
        var runUsage = tried.spent();
        return new RunStepResponse.ModelAttemptResponse(
                RunStepKind.MODEL_ATTEMPT,
                entry.seq(),
                entry.at(),
                tried.code(),
                tried.sentence(),
                tried.status(),
                tried.message(),
                tried.partialAnswer(),
                tried.pauseMillis() != null,
                runUsage.inputTokens(),
                runUsage.outputTokens(),
                runUsage.costMicros(),
                runUsage.currency(),
                runUsage.partlyEstimated(),
                runUsage.millis());
    }

    private RunStepResponse tool(JournalEntry entry, ToolAnswered answered) {
        return new RunStepResponse.ToolStepResponse(
                RunStepKind.TOOL,
                entry.seq(),
                entry.at(),
                answered.call(),
                answered.tool(),
                arguments(answered.call()),
                answered.answer(),
                answered.refused(),
                answered.millis());
    }

    private RunStepResponse approval(JournalEntry entry, ApprovalRequested asked) {
        var approvalDecisionResponse = runHistory.entries().stream()
                .filter(later -> later.what() instanceof ApprovalDecided decided
                        && decided.approval().equals(asked.approval()))
                .findFirst()
                .map(later -> decision(later, (ApprovalDecided) later.what()))
                .orElse(null);
        return new RunStepResponse.ApprovalStepResponse(
                RunStepKind.APPROVAL,
                entry.seq(),
                entry.at(),
                asked.approval(),
                asked.call(),
                asked.tool(),
                arguments(asked.call()),
                asked.approver(),
                approvalDecisionResponse);
    }

    private static ApprovalDecisionResponse decision(JournalEntry entry, ApprovalDecided decided) {
        return new ApprovalDecisionResponse(decided.outcome(), decided.by(), entry.at(), decided.comment());
    }

    private JsonNode arguments(String call) {
        var pendingToolCall = wishes.get(call);
        if (pendingToolCall == null) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(pendingToolCall.call().arguments());
        } catch (JacksonException e) {
            return json.createObjectNode()
                    .put("unreadable", pendingToolCall.call().arguments());
        }
    }

    private static List<PromptMessageResponse> said(List<? extends Message> messages) {
        var said = new ArrayList<PromptMessageResponse>();
        for (var message : messages) {
            if (message instanceof ToolResponseMessage results) {
                results.getResponses()
                        .forEach(result -> said.add(new PromptMessageResponse("tool", result.responseData())));
            } else {
                said.add(new PromptMessageResponse(
                        message.getMessageType().getValue().toLowerCase(Locale.ROOT),
                        String.valueOf(message.getText())));
            }
        }
        return List.copyOf(said);
    }
}
