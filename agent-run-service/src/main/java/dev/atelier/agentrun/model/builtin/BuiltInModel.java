package dev.atelier.agentrun.model.builtin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * {@code atelier/built-in}: extractive, no generative model. The same prompt gets the same answer. It chooses tools by
 * the nearest of its examples, makes their arguments by patterns, and where it is unsure it asks back.
 */
@Component
public final class BuiltInModel implements ChatModel {
    public static final String NAME = "atelier/built-in";

    private static final int WORDS_AT_ONCE = 12;

    private final Thinking thinking;

    BuiltInModel(Thinking thinking) {
        this.thinking = thinking;
    }

    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().model(NAME).build();
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        var talk = Talk.of(prompt);
        return whole(talk, thinking.about(talk));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            var talk = Talk.of(prompt);
            var thought = thinking.about(talk);
            if (thought.call() != null) {
                return Flux.just(whole(talk, thought));
            }
            var pieces = new ArrayList<ChatResponse>();
            for (var words : pieces(thought.text())) {
                pieces.add(new ChatResponse(List.of(new Generation(new AssistantMessage(words))), plain()));
            }
            pieces.add(new ChatResponse(
                    List.of(new Generation(new AssistantMessage(""), finished("STOP"))), counted(talk, thought)));
            return Flux.fromIterable(pieces);
        });
    }

    private static ChatResponse whole(Talk talk, Thought thought) {
        var message = AssistantMessage.builder().content(thought.text());
        if (thought.call() != null) {
            message.toolCalls(List.of(new AssistantMessage.ToolCall(
                    "call-" + (talk.done().size() + 1),
                    "function",
                    thought.call().tool(),
                    thought.call().arguments())));
        }
        var reason = thought.call() == null ? "STOP" : "TOOL_CALLS";
        return new ChatResponse(List.of(new Generation(message.build(), finished(reason))), counted(talk, thought));
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' && ++words % WORDS_AT_ONCE == 0) {
                pieces.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static ChatGenerationMetadata finished(String reason) {
        return ChatGenerationMetadata.builder().finishReason(reason).build();
    }

    private static ChatResponseMetadata plain() {
        return ChatResponseMetadata.builder().model(NAME).build();
    }

    private static ChatResponseMetadata counted(Talk talk, Thought thought) {
        var call = thought.call();
        int out = Tokens.in(thought.text()) + (call == null ? 0 : Tokens.in(call.tool() + call.arguments()));
        return ChatResponseMetadata.builder()
                .model(NAME)
                .usage(new DefaultUsage(talk.tokens(), out))
                .build();
    }
}
