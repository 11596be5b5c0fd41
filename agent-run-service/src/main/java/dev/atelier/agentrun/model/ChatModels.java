package dev.atelier.agentrun.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.agentrun.model.builtin.BuiltInModel;
import dev.atelier.kit.crypto.Secrets;
import dev.atelier.kit.network.AddressPolicy;
import dev.atelier.kit.network.GuardedSockets;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes Spring AI's models from connections. */
@Component
@EnableConfigurationProperties(ModelSettings.class)
class ChatModels {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 500;

    private final BuiltInModel builtIn;
    private final ObjectProvider<Secrets> secrets;
    private final OkHttpClient http;
    private final Cache<Version, ChatModel> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    ChatModels(BuiltInModel builtIn, ObjectProvider<Secrets> secrets, ModelSettings settings) {
        this.builtIn = builtIn;
        this.secrets = secrets;
        this.http = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(
                        settings.allowPrivateAddresses() ? AddressPolicy.everything() : AddressPolicy.publicOnly()))
                .followRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .build();
    }

    ChatModel builtIn() {
        return builtIn;
    }

    /** Kept for ten minutes after its last use: each brings a client with threads of its own. */
    ChatModel of(ModelConnection connection) {
        return made.get(
                new Version(connection.id(), connection.versionNumber()),
                _ -> of(connection.baseUrl(), connection.model(), key(connection)));
    }

    private String key(ModelConnection connection) {
        var sealed = connection.sealedKey();
        return sealed == null ? "" : secrets.getObject().open(sealed, connection.context());
    }

    ChatModel of(String baseUrl, String model, String key) {
        Interceptor guarded = chain -> http.newCall(chain.request()).execute();
        return OpenAiChatModel.builder()
                .options(OpenAiChatOptions.builder()
                        .baseUrl(baseUrl)
                        .apiKey(key.isEmpty() ? "none" : key)
                        .model(model)
                        .streamUsage(true)
                        .maxRetries(0)
                        .timeout(SILENCE)
                        .build())
                .httpClientBuilderCustomizer(client -> client.interceptor(guarded))
                .build();
    }

    /** A connection as it is now; changing it makes another one. */
    private record Version(ConnectionId id, long number) {}
}
