package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelRequest;
import dev.atelier.agentrun.model.ToolDescriptor;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request for a streamed answer. */
final class CompletionRequest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CompletionRequest() {}

    static byte[] bytes(String model, ModelRequest question, int maxTokens, RequestDialect dialect) {
        var body = JSON.createObjectNode()
                .put("model", model)
                .put("stream", true)
                .put(dialect.completionTokens() ? "max_completion_tokens" : "max_tokens", maxTokens);
        if (dialect.usageAsked()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        var messages = body.putArray("messages");
        question.messages().forEach(message -> add(messages, message));
        if (!question.tools().isEmpty()) {
            add(body.putArray("tools"), question.tools(), dialect);
        }
        return JSON.writeValueAsBytes(body);
    }

    private static void add(ArrayNode messages, Message message) {
        switch (message) {
            case ToolResponseMessage results ->
                results.getResponses()
                        .forEach(result ->
                                message(messages, "tool", result.responseData()).put("tool_call_id", result.id()));
            case AssistantMessage assistant -> {
                var said = message(messages, "assistant", String.valueOf(assistant.getText()));
                if (!assistant.getToolCalls().isEmpty()) {
                    var calls = said.putArray("tool_calls");
                    assistant
                            .getToolCalls()
                            .forEach(call -> calls.addObject()
                                    .put("id", call.id())
                                    .put("type", "function")
                                    .putObject("function")
                                    .put("name", call.name())
                                    .put("arguments", call.arguments()));
                }
            }
            default -> message(messages, message.getMessageType().getValue(), String.valueOf(message.getText()));
        }
    }

    private static ObjectNode message(ArrayNode messages, String role, String content) {
        return messages.addObject().put("role", role).put("content", content);
    }

    private static void add(ArrayNode tools, List<ToolDescriptor> offers, RequestDialect dialect) {
        for (var offer : offers) {
            var function = tools.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", offer.name())
                    .put("description", offer.description());
            function.set("parameters", JSON.readTree(offer.schema()));
            if (dialect.strictSent()) {
                // Strict mode requires that every property is required; our schemas have optional ones.
                function.put("strict", false);
            }
        }
    }
}
