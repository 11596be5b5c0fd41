package dev.atelier.agentrun.model;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;

/**
 * A model's complete answer. Costs are millionths of the currency's unit.
 *
 * @param model the model's name, {@code atelier/built-in} for the built-in one
 */
public record Answer(
        String model,
        String text,
        List<AssistantMessage.ToolCall> calls,
        long inputTokens,
        long outputTokens,
        long costMicros,
        String currency) {
    public Answer {
        calls = List.copyOf(calls);
    }
}
