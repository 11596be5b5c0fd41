package dev.atelier.agentrun.model.builtin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * A prompt split into its parts.
 *
 * @param instructions the agent's instructions, without the lines about date and place
 * @param input the run's input
 * @param today the date named in the prompt; 1 January 2000 when there is none
 * @param tools names of the offered tools
 * @param done the previous tool calls with their results, in order
 */
record ParsedPrompt(
        String instructions,
        String input,
        LocalDate today,
        Set<String> tools,
        List<CompletedToolCall> done,
        int tokens) {
    private static final Pattern TODAY = Pattern.compile("Today is (\\d{4}-\\d{2}-\\d{2})\\.[^\\n]*");
    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

    static ParsedPrompt of(Prompt prompt) {
        var instructions = new StringBuilder();
        var input = new StringBuilder();
        var calls = new HashMap<String, AssistantMessage.ToolCall>();
        var done = new ArrayList<CompletedToolCall>();
        int tokens = 0;
        for (var message : prompt.getInstructions()) {
            switch (message) {
                case SystemMessage system ->
                    instructions.append(system.getText()).append('\n');
                case UserMessage user -> input.append(user.getText()).append('\n');
                case AssistantMessage assistant -> assistant.getToolCalls().forEach(call -> calls.put(call.id(), call));
                case ToolResponseMessage results ->
                    results.getResponses().forEach(result -> {
                        var call = calls.get(result.id());
                        done.add(new CompletedToolCall(
                                result.name(), call == null ? "{}" : call.arguments(), result.responseData()));
                    });
                default -> {}
            }
            tokens += tokens(message);
        }
        var today = TODAY.matcher(instructions);
        var day = today.find() ? LocalDate.parse(today.group(1)) : SOME_DAY;
        var told = TODAY.matcher(instructions).replaceAll("");
        return new ParsedPrompt(
                told.strip(), input.toString().strip(), day, offered(prompt), List.copyOf(done), tokens);
    }

    private static int tokens(org.springframework.ai.chat.messages.Message message) {
        return switch (message) {
            case ToolResponseMessage results ->
                results.getResponses().stream()
                        .mapToInt(result -> TokenEstimator.in(result.responseData()))
                        .sum();
            case AssistantMessage assistant ->
                TokenEstimator.in(String.valueOf(assistant.getText()))
                        + assistant.getToolCalls().stream()
                                .mapToInt(call -> TokenEstimator.in(call.arguments()))
                                .sum();
            default -> TokenEstimator.in(String.valueOf(message.getText()));
        };
    }

    private static Set<String> offered(Prompt prompt) {
        return prompt.getOptions() instanceof ToolCallingChatOptions options && options.getToolCallbacks() != null
                ? options.getToolCallbacks().stream()
                        .map(tool -> tool.getToolDefinition().name())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** A completed tool call with its result. */
    record CompletedToolCall(String tool, String arguments, String result) {
        private static final String NOT_DONE = "Not done: ";

        boolean refused() {
            return result.startsWith(NOT_DONE);
        }

        String reason() {
            return refused() ? result.substring(NOT_DONE.length()) : "";
        }
    }
}
