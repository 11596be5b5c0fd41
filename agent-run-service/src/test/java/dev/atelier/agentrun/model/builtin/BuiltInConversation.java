package dev.atelier.agentrun.model.builtin;

import dev.atelier.agentrun.model.ToolDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** A conversation with the built-in model until its final answer. */
final class BuiltInConversation {
    private static final BuiltInChatModel MODEL = new BuiltInChatModel(new RuleBasedResponder(new IntentClassifier()));

    private final List<Message> messages = new ArrayList<>();
    private final List<AssistantMessage.ToolCall> calls = new ArrayList<>();
    private final List<ToolCallback> offers;

    BuiltInConversation(String instructions, String input, String... tools) {
        messages.add(new SystemMessage(instructions + "\n\nToday is 2026-11-20. The project is “New web site”."));
        messages.add(new UserMessage(input));
        offers = Stream.of(tools)
                .<ToolCallback>map(name -> new ToolDescriptor(name, "", "{}"))
                .toList();
    }

    Prompt prompt() {
        return new Prompt(
                messages, ToolCallingChatOptions.builder().toolCallbacks(offers).build());
    }

    /** Returns the final answer; the function answers each tool call. */
    String end(Function<AssistantMessage.ToolCall, String> tools) {
        while (true) {
            var answer = MODEL.call(prompt()).getResult().getOutput();
            if (!answer.hasToolCalls()) {
                return String.valueOf(answer.getText());
            }
            messages.add(answer);
            for (var call : answer.getToolCalls()) {
                calls.add(call);
                messages.add(ToolResponseMessage.builder()
                        .responses(List.of(
                                new ToolResponseMessage.ToolResponse(call.id(), call.name(), tools.apply(call))))
                        .build());
            }
        }
    }

    List<AssistantMessage.ToolCall> calls() {
        return calls;
    }

    static BuiltInChatModel model() {
        return MODEL;
    }
}
