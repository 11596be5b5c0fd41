package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelAnswer;
import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.agentrun.model.TokenPrice;
import dev.atelier.agentrun.model.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import tools.jackson.databind.JsonNode;

/**
 * Collects an answer from chunks or from one document. It is complete when the endpoint sends a finish reason or the
 * usage, or when its document or stream ends.
 */
final class PartialAnswer {
    private static final Set<String> OUT_OF_TOKENS =
            Set.of("length", "max_tokens", "max_output_tokens", "model_length");
    private static final Set<String> WITHHELD = Set.of("content_filter", "safety");
    private static final int BYTES_OF_A_TOKEN = 4;
    private static final int MOST_CALLS = 128;
    private static final int LONGEST_NAME = 200;
    private static final long MOST_TOKENS = 100_000_000;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final List<PartialToolCall> calls = new ArrayList<>();
    private final int longest;
    private final int promptBytes;
    private final TokenPrice price;
    private String model;
    private int characters;
    private boolean anything;
    private boolean hasContent;
    private boolean recognised;
    private boolean complete;
    private @Nullable String finish;
    private @Nullable TokenUsage reported;

    PartialAnswer(String model, int longest, int promptBytes, TokenPrice price) {
        this.model = model;
        this.longest = longest;
        this.promptBytes = promptBytes;
        this.price = price;
    }

    /** Records that data was received, even if it is no answer. */
    void markReceived() {
        anything = true;
    }

    /** Returns whether a part of an answer was received. */
    boolean hasContent() {
        return hasContent;
    }

    /** Records that the endpoint marked the end of the answer. */
    void complete() {
        complete = true;
    }

    /**
     * Adds one chunk of a stream, or a whole document.
     *
     * @throws ModelFailed when it is an error or the answer becomes too long
     */
    void part(JsonNode part) {
        hasContent = true;
        var error = part.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw failed(part, error);
        }
        var name = part.path("model").asString("");
        if (!name.isBlank()) {
            model = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        }
        usage(part.path("usage"));
        recognised |= part.path("choices").isArray();
        var choice = part.path("choices").path(0);
        message(choice.path("delta"));
        message(choice.path("message"));
        var reason = choice.path("finish_reason");
        if (reason.isString() && !reason.asString().isBlank()) {
            finish = reason.asString().toLowerCase(Locale.ROOT);
        }
    }

    private static ModelFailed failed(JsonNode part, JsonNode error) {
        int status = error.path("code").asInt(error.path("status").asInt(0));
        var known = status >= 400 && status < 600;
        return ModelFailed.of(known ? ModelStatusMapper.why(status) : ModelFailureReason.BROKEN)
                .withProviderResponse(known ? status : 200, ProviderMessage.in(part));
    }

    private void usage(JsonNode usage) {
        long input =
                usage.path("prompt_tokens").asLong(usage.path("input_tokens").asLong(0));
        long output = usage.path("completion_tokens")
                .asLong(usage.path("output_tokens").asLong(0));
        if (input >= 0 && output >= 0 && input + output > 0) {
            reported = new TokenUsage(Math.min(input, MOST_TOKENS), Math.min(output, MOST_TOKENS), false);
        }
    }

    private void message(JsonNode message) {
        var content = message.path("content");
        if (content.isArray()) {
            content.forEach(piece -> append(text, piece.path("text")));
        } else {
            append(text, content);
        }
        append(reasoning, message.path("reasoning_content"));
        append(reasoning, message.path("reasoning"));
        int place = 0;
        for (var call : message.path("tool_calls")) {
            call(call, place++);
        }
    }

    private void append(StringBuilder to, JsonNode piece) {
        if (piece.isString()) {
            var more = piece.asString();
            count(more);
            to.append(more);
        }
    }

    private void call(JsonNode part, int place) {
        var id = part.path("id").asString("");
        var call = known(part.path("index"), id, place);
        var function = part.path("function");
        var name = function.path("name").asString("");
        var arguments = function.path("arguments");
        var more = arguments.isObject() ? arguments.toString() : arguments.asString("");
        count(id);
        count(name);
        count(more);
        call.id = id.isEmpty() ? call.id : id;
        call.name = name.isEmpty() ? call.name : name;
        call.arguments.append(more);
    }

    /** Returns the tool call that the chunk continues: by its index, without an index by its id. */
    private PartialToolCall known(JsonNode index, String id, int place) {
        long wanted = index.isNumber() ? index.asLong(0) : -1;
        for (var call : calls) {
            if (wanted >= 0 ? call.index == wanted : !id.isEmpty() && call.id.equals(id)) {
                return call;
            }
        }
        if (wanted < 0 && id.isEmpty() && place < calls.size()) {
            return calls.getLast();
        }
        if (calls.size() == MOST_CALLS) {
            throw ModelFailed.of(ModelFailureReason.TOO_LONG);
        }
        var call = new PartialToolCall(wanted);
        calls.add(call);
        return call;
    }

    private void count(String more) {
        characters += more.length();
        if (characters > longest) {
            throw ModelFailed.of(ModelFailureReason.TOO_LONG);
        }
    }

    /**
     * Returns the complete answer.
     *
     * @throws ModelFailed when there is none
     */
    ModelAnswer answer() {
        var split = ModelReasoning.of(text.toString());
        if (!recognised) {
            throw ModelFailed.of(anything ? ModelFailureReason.NOT_COMPATIBLE : ModelFailureReason.CUT);
        }
        if (finish != null && OUT_OF_TOKENS.contains(finish)) {
            throw ModelFailed.of(ModelFailureReason.TRUNCATED);
        }
        if (finish != null && WITHHELD.contains(finish)) {
            throw ModelFailed.of(ModelFailureReason.FILTERED);
        }
        if ("error".equals(finish)) {
            throw ModelFailed.of(ModelFailureReason.BROKEN);
        }
        if (!complete && finish == null && reported == null) {
            throw ModelFailed.of(ModelFailureReason.CUT);
        }
        if (split.answer().isBlank() && calls.isEmpty()) {
            throw ModelFailed.of(ModelFailureReason.EMPTY);
        }
        return new ModelAnswer(
                model,
                split.answer(),
                (reasoning + (reasoning.isEmpty() || split.reasoning().isEmpty() ? "" : "\n") + split.reasoning())
                        .strip(),
                toolCalls(),
                price.of(usage()));
    }

    private List<AssistantMessage.ToolCall> toolCalls() {
        var made = new ArrayList<AssistantMessage.ToolCall>();
        for (var call : calls) {
            var id = call.id.isEmpty() ? "call_" + (made.size() + 1) : call.id;
            made.add(new AssistantMessage.ToolCall(id, "function", call.name, call.arguments.toString()));
        }
        return made;
    }

    /** Adds the partial answer and its usage to a failure; a response that is not from a model has no usage. */
    ModelFailed failed(ModelFailed failure) {
        return failure.why() == ModelFailureReason.NOT_COMPATIBLE
                ? failure
                : failure.after(ModelReasoning.of(text.toString()).answer(), price.of(usage()));
    }

    /** Returns the reported usage, else an estimate from the request and the answer. */
    private TokenUsage usage() {
        if (reported != null) {
            return reported;
        }
        long written = bytes(text) + bytes(reasoning);
        for (var call : calls) {
            written += call.name.length() + bytes(call.arguments);
        }
        return new TokenUsage(tokens(promptBytes), tokens(written), true);
    }

    private static long bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static long tokens(long bytes) {
        return Math.ceilDiv(bytes, BYTES_OF_A_TOKEN);
    }

    /** A tool call that is being collected. */
    private static final class PartialToolCall {
        private final long index;
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";

        PartialToolCall(long index) {
            this.index = index;
        }
    }
}
