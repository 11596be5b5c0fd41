package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;

/**
 * A request to a model.
 *
 * @param messages at most {@value #MOST_CHARACTERS} characters in total
 * @param maxTokens maximum number of tokens of the answer
 * @param limit maximum duration of the answer
 */
public record ModelRequest(List<Message> messages, List<ToolDescriptor> tools, int maxTokens, Duration limit) {
    /** Maximum number of characters of a prompt. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int CHARACTERS_OF_A_TOKEN = 4;
    private static final int LEAST_TOKENS = 256;

    /**
     * Checks the length of the prompt.
     *
     * @throws ModelFailed when the messages are too long
     */
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.stream().mapToLong(ModelRequest::characters).sum() > MOST_CHARACTERS) {
            throw ModelFailed.of(ModelFailureReason.PROMPT_TOO_LONG);
        }
    }

    /**
     * Creates a request whose answer may use the tokens that the run has left after the prompt. Because the prompt's
     * tokens are estimated, the answer always gets a minimum.
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
