package dev.atelier.agentrun.model;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;

/**
 * A model's complete answer.
 *
 * @param model the model's name, {@code atelier/built-in} for the built-in one
 * @param reasoning the reasoning that the model returned with its answer; empty when there is none
 */
public record ModelAnswer(
        String model, String text, String reasoning, List<AssistantMessage.ToolCall> calls, ModelCharge charge) {
    public ModelAnswer {
        calls = List.copyOf(calls);
    }
}
