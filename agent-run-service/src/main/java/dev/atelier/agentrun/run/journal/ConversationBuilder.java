package dev.atelier.agentrun.run.journal;

import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAnswered;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;

/** Builds the conversation between a run and its model from the journal. */
public final class ConversationBuilder {
    private ConversationBuilder() {}

    /** Returns all messages for the next model request. */
    public static List<Message> of(String instructions, String input, RunHistory runHistory) {
        var messages = new ArrayList<>(opening(instructions, input));
        for (var entry : runHistory.entries()) {
            if (entry.what() instanceof ModelAnswered answered) {
                messages.add(assistant(answered));
                results(runHistory, entry.seq(), answered).ifPresent(messages::add);
            }
        }
        return List.copyOf(messages);
    }

    /** Returns the first messages of a conversation. */
    public static List<Message> opening(String instructions, String input) {
        return List.of(new SystemMessage(instructions), new UserMessage(input));
    }

    /** Returns the message that follows this answer of the model: results of tools and decisions of people. */
    public static Optional<ToolResponseMessage> results(RunHistory runHistory, long seq, ModelAnswered answered) {
        var responses = new ArrayList<ToolResponse>();
        for (var pendingToolCall : RunHistory.ModelTurn.of(seq, answered).calls()) {
            result(runHistory, pendingToolCall.place())
                    .ifPresent(text -> responses.add(new ToolResponse(
                            pendingToolCall.call().id(), pendingToolCall.call().tool(), text)));
        }
        return responses.isEmpty()
                ? Optional.empty()
                : Optional.of(ToolResponseMessage.builder().responses(responses).build());
    }

    private static Optional<String> result(RunHistory runHistory, String place) {
        var answer = runHistory.answer(place);
        if (answer.isPresent()) {
            return Optional.of(
                    (answer.get().refused() ? "Not done: " : "") + answer.get().answer());
        }
        return runHistory
                .asked(place)
                .flatMap(runHistory::decision)
                .filter(decided -> decided.outcome() == ApprovalOutcome.REJECTED)
                .map(ConversationBuilder::rejection);
    }

    private static String rejection(ApprovalDecided decided) {
        return decided.comment().isBlank()
                ? "Not done: a person rejected this call."
                : "Not done: a person rejected this call and said: " + decided.comment();
    }

    private static AssistantMessage assistant(ModelAnswered answered) {
        return AssistantMessage.builder()
                .content(answered.answer())
                .toolCalls(answered.calls().stream()
                        .map(call ->
                                new AssistantMessage.ToolCall(call.id(), "function", call.tool(), call.arguments()))
                        .toList())
                .build();
    }
}
