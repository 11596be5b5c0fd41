package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.MessageAggregator;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.stereotype.Component;

/** Asks a workspace's models. The built-in one and every other take the same road: streamed, gathered, counted. */
@Component
public class Chats {
    private final Connections connections;
    private final ChatModels models;

    Chats(Connections connections, ChatModels models) {
        this.connections = connections;
        this.models = models;
    }

    /**
     * Asks and waits for the whole answer. An interruption ends the request.
     *
     * @param limit how long the answer may take
     * @throws ModelFailed when there is no usable answer
     */
    public Answer ask(
            WorkspaceId workspace,
            ConnectionId connection,
            List<Message> messages,
            List<ToolOffer> tools,
            Duration limit) {
        if (connection.builtIn()) {
            return ask(models.builtIn(), Price.NONE, messages, tools, limit);
        }
        var found =
                connections.findByWorkspaceIdAndId(workspace, connection).orElseThrow(() -> new ModelFailed(Why.GONE));
        return ask(models.of(found), found.price(), messages, tools, limit);
    }

    static Answer ask(ChatModel model, Price price, List<Message> messages, List<ToolOffer> tools, Duration limit) {
        var options = ((ToolCallingChatOptions) model.getOptions()).mutate();
        var prompt =
                new Prompt(messages, options.toolCallbacks(List.copyOf(tools)).build());
        var gathered = new Gathered();
        try {
            new MessageAggregator()
                    .aggregate(model.stream(prompt).doOnNext(gathered::finish), gathered::whole)
                    .timeout(limit)
                    .blockLast(limit);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
        return gathered.answer(price);
    }

    /** The answer as it comes together. */
    private static final class Gathered {
        /** No reason, none that the library knows, or the end of the model's room. */
        private static final Set<String> UNFINISHED = Set.of("", "_unknown", "length");

        private boolean finished;
        private @Nullable ChatResponse whole;

        void finish(ChatResponse part) {
            var result = part.getResult();
            var reason = result == null ? null : result.getMetadata().getFinishReason();
            finished |= reason != null && !UNFINISHED.contains(reason.toLowerCase(Locale.ROOT));
        }

        void whole(ChatResponse response) {
            whole = response;
        }

        Answer answer(Price price) {
            if (whole == null || !finished || whole.getResult() == null) {
                throw new ModelFailed(Why.CUT);
            }
            var output = whole.getResult().getOutput();
            var usage = whole.getMetadata().getUsage();
            long input = usage.getPromptTokens();
            long out = usage.getCompletionTokens();
            var text = output.getText();
            return new Answer(
                    whole.getMetadata().getModel(),
                    text == null ? "" : text,
                    output.getToolCalls(),
                    input,
                    out,
                    price.micros(input, out),
                    price.currency());
        }
    }
}
