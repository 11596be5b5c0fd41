package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;

/**
 * What a model is asked.
 *
 * @param messages at most {@value #MOST_CHARACTERS} characters in all
 * @param maxTokens the most tokens that the answer may have
 * @param limit how long the answer may take
 */
public record ModelRequest(List<Message> messages, List<ToolDescriptor> tools, int maxTokens, Duration limit) {
    /** Characters of one prompt. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int CHARACTERS_OF_A_TOKEN = 4;
    private static final int LEAST_TOKENS = 256;

    /**
     * Refuses what no model can take.
     *
     * @throws ModelFailed where the messages are too long
     */
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.stream().mapToLong(ModelRequest::characters).sum() > MOST_CHARACTERS) {
            throw ModelFailed.of(ModelFailureReason.PROMPT_TOO_LONG);
        }
    }

    /**
     * A question whose answer may use what is left of a run's tokens, once its prompt is read; a little at least, since the prompt's length
     * is estimated.
     */
    public static ModelRequest within(
            List<Message> messages, List<ToolDescriptor> tools, long tokensLeft, Duration limit) {
        long prompt = messages.stream().mapToLong(ModelRequest::characters).sum() / CHARACTERS_OF_A_TOKEN;
        long most = Math.min(tokensLeft, Math.max(LEAST_TOKENS, tokensLeft - prompt));
        return new ModelRequest(messages, tools, Math.clamp(most, 1, Integer.MAX_VALUE), limit);
    }

    private static long characters(Message message) {
        return switch (message) {
            case ToolResponseMessage results ->
                results.getResponses().stream()
                        .mapToLong(result -> result.responseData().length())
                        .sum();
            case AssistantMessage assistant ->
                length(assistant.getText())
                        + assistant.getToolCalls().stream()
                                .mapToLong(call -> call.arguments().length())
                                .sum();
            default -> length(message.getText());
        };
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
