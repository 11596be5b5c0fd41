package dev.atelier.agentrun.model.completions;

import dev.atelier.kit.network.GuardedSocketFactory;
import dev.atelier.kit.network.NetworkAddressPolicy;
import java.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The HTTP clients and limits that all connections share. */
public final class CompletionHttpClients {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final OkHttpClient encrypted;
    private final OkHttpClient plain;
    private final int answerCharacters;
    private final Clock clock;

    /**
     * @param silence how long an endpoint may send nothing
     * @param answerCharacters maximum number of characters of one answer
     */
    public CompletionHttpClients(NetworkAddressPolicy addresses, Duration silence, int answerCharacters, Clock clock) {
        this.encrypted = client(addresses, silence, true);
        this.plain = client(addresses, silence, false);
        this.answerCharacters = answerCharacters;
        this.clock = clock;
    }

    private static OkHttpClient client(NetworkAddressPolicy addresses, Duration silence, boolean encrypted) {
        return new OkHttpClient.Builder()
                .socketFactory(new GuardedSocketFactory(addresses, encrypted))
                .followRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(silence)
                .writeTimeout(silence)
                .build();
    }

    OkHttpClient of(HttpUrl url) {
        return url.isHttps() ? encrypted : plain;
    }

    int answerCharacters() {
        return answerCharacters;
    }

    Clock clock() {
        return clock;
    }
}
