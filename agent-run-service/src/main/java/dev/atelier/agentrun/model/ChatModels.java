package dev.atelier.agentrun.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.agentrun.model.builtin.BuiltInModel;
import dev.atelier.agentrun.model.completions.ChatCompletions;
import dev.atelier.agentrun.model.completions.CompletionClients;
import dev.atelier.kit.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes models that can be asked from connections. */
@Component
@EnableConfigurationProperties(ModelSettings.class)
class ChatModels {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 500;

    private final BuiltInModel builtIn;
    private final ObjectProvider<Secrets> secrets;
    private final ModelSettings settings;
    private final CompletionClients clients;
    private final Cache<Version, LanguageModel> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    ChatModels(BuiltInModel builtIn, ObjectProvider<Secrets> secrets, ModelSettings settings, Clock clock) {
        this.builtIn = builtIn;
        this.secrets = secrets;
        this.settings = settings;
        this.clients =
                new CompletionClients(settings.addresses(), settings.silence(), settings.answerCharacters(), clock);
    }

    LanguageModel builtIn() {
        return this::builtInAnswer;
    }

    private Answer builtInAnswer(ModelQuestion question) {
        var options = ToolCallingChatOptions.builder()
                .model(BuiltInModel.NAME)
                .toolCallbacks(List.copyOf(question.tools()))
                .build();
        var response = builtIn.call(new Prompt(question.messages(), options));
        var output = response.getResults().getFirst().getOutput();
        var usage = response.getMetadata().getUsage();
        var text = output.getText();
        return new Answer(
                BuiltInModel.NAME,
                text == null ? "" : text,
                "",
                output.getToolCalls(),
                Price.NONE.of(new Usage(usage.getPromptTokens(), usage.getCompletionTokens(), false)));
    }

    /** Kept for ten minutes after its last use: it knows by then what its endpoint does not take. */
    LanguageModel of(ModelConnection connection) {
        return made.get(
                new Version(connection.id(), connection.versionNumber()),
                _ -> of(
                        connection.baseUrl(),
                        connection.model(),
                        key(connection),
                        connection.price(),
                        connection.maxAnswerTokens()));
    }

    private String key(ModelConnection connection) {
        var sealed = connection.sealedKey();
        return sealed == null ? "" : secrets.getObject().open(sealed, connection.context());
    }

    /**
     * A model at an endpoint.
     *
     * @param key empty where the endpoint needs none
     * @param maxAnswerTokens null for the installation's
     */
    LanguageModel of(String baseUrl, String model, String key, Price price, @Nullable Integer maxAnswerTokens) {
        return new ChatCompletions(
                clients,
                baseUrl,
                model,
                key,
                price,
                maxAnswerTokens == null ? settings.answerTokens() : maxAnswerTokens);
    }

    /** A connection as it is now; changing it makes another one. */
    private record Version(ConnectionId id, long number) {}
}
