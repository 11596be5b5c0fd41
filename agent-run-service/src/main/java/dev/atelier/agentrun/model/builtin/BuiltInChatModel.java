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
 * {@code atelier/built-in}: an extractive model without a generative one. The same prompt always gets the same answer.
 * It chooses tools by the most similar example, extracts their arguments with patterns, and asks back when it is
 * unsure.
 */
@Component
public final class BuiltInChatModel implements ChatModel {
    public static final String NAME = "atelier/built-in";

    private static final int WORDS_AT_ONCE = 12;

    private final RuleBasedResponder ruleBasedResponder;

    BuiltInChatModel(RuleBasedResponder ruleBasedResponder) {
        this.ruleBasedResponder = ruleBasedResponder;
    }

    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().model(NAME).build();
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        var parsedPrompt = ParsedPrompt.of(prompt);
        return whole(parsedPrompt, ruleBasedResponder.respondTo(parsedPrompt));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            var parsedPrompt = ParsedPrompt.of(prompt);
            var builtInReply = ruleBasedResponder.respondTo(parsedPrompt);
            if (builtInReply.call() != null) {
                return Flux.just(whole(parsedPrompt, builtInReply));
            }
            var pieces = new ArrayList<ChatResponse>();
            for (var words : pieces(builtInReply.text())) {
                pieces.add(new ChatResponse(List.of(new Generation(new AssistantMessage(words))), plain()));
            }
            pieces.add(new ChatResponse(
                    List.of(new Generation(new AssistantMessage(""), finished("STOP"))),
                    counted(parsedPrompt, builtInReply)));
            return Flux.fromIterable(pieces);
        });
    }

    private static ChatResponse whole(ParsedPrompt parsedPrompt, BuiltInReply builtInReply) {
        var message = AssistantMessage.builder().content(builtInReply.text());
        if (builtInReply.call() != null) {
            message.toolCalls(List.of(new AssistantMessage.ToolCall(
                    "call-" + (parsedPrompt.done().size() + 1),
                    "function",
                    builtInReply.call().tool(),
                    builtInReply.call().arguments())));
        }
        var reason = builtInReply.call() == null ? "STOP" : "TOOL_CALLS";
        return new ChatResponse(
                List.of(new Generation(message.build(), finished(reason))), counted(parsedPrompt, builtInReply));
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

    private static ChatResponseMetadata counted(ParsedPrompt parsedPrompt, BuiltInReply builtInReply) {
        var call = builtInReply.call();
        int out = TokenEstimator.in(builtInReply.text())
                + (call == null ? 0 : TokenEstimator.in(call.tool() + call.arguments()));
        return ChatResponseMetadata.builder()
                .model(NAME)
                .usage(new DefaultUsage(parsedPrompt.tokens(), out))
                .build();
    }
}
