package dev.atelier.agentrun.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.agentrun.model.builtin.BuiltInChatModel;
import dev.atelier.agentrun.model.completions.ChatCompletionsModel;
import dev.atelier.agentrun.model.completions.CompletionHttpClients;
import dev.atelier.kit.crypto.SecretSealer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Creates the model clients of connections. */
@Component
@EnableConfigurationProperties(ModelSettings.class)
class ChatModelFactory {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 500;

    private final BuiltInChatModel builtIn;
    private final ObjectProvider<SecretSealer> secrets;
    private final ModelSettings settings;
    private final CompletionHttpClients clients;
    private final Cache<ModelConnectionKey, LanguageModel> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    ChatModelFactory(
            BuiltInChatModel builtIn, ObjectProvider<SecretSealer> secrets, ModelSettings settings, Clock clock) {
        this.builtIn = builtIn;
        this.secrets = secrets;
        this.settings = settings;
        this.clients =
                new CompletionHttpClients(settings.addresses(), settings.silence(), settings.answerCharacters(), clock);
    }

    LanguageModel builtIn() {
        return this::builtInAnswer;
    }

    private ModelAnswer builtInAnswer(ModelRequest question) {
        var options = ToolCallingChatOptions.builder()
                .model(BuiltInChatModel.NAME)
                .toolCallbacks(List.copyOf(question.tools()))
                .build();
        var response = builtIn.call(new Prompt(question.messages(), options));
        var output = response.getResults().getFirst().getOutput();
        var usage = response.getMetadata().getUsage();
        var text = output.getText();
        return new ModelAnswer(
                BuiltInChatModel.NAME,
                text == null ? "" : text,
                "",
                output.getToolCalls(),
                TokenPrice.NONE.of(new TokenUsage(usage.getPromptTokens(), usage.getCompletionTokens(), false)));
    }

    /**
     * Returns the connection's model client. It is cached for ten minutes after its last use, with what it learned
     * about the request fields that its endpoint refuses.
     */
    LanguageModel of(ModelConnection connection) {
        return made.get(
                new ModelConnectionKey(connection.id(), connection.versionNumber()),
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
     * Creates a client of a model endpoint.
     *
     * @param key empty when the endpoint needs none
     * @param maxAnswerTokens null for the installation's limit
     */
    LanguageModel of(String baseUrl, String model, String key, TokenPrice price, @Nullable Integer maxAnswerTokens) {
        return new ChatCompletionsModel(
                clients,
                baseUrl,
                model,
                key,
                price,
                maxAnswerTokens == null ? settings.answerTokens() : maxAnswerTokens);
    }

    /** Cache key: one version of a connection. */
    private record ModelConnectionKey(ConnectionId id, long number) {}
}
