package dev.atelier.agentrun.model;

import dev.atelier.kit.problem.InvalidInput;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAI-compatible endpoint as a manager enters it. The address is http or https without user, query or fragment.
 */
record ModelEndpoint(
        String name,
        String baseUrl,
        String model,
        @Nullable String key,
        TokenPrice price,
        @Nullable Integer maxAnswerTokens) {
    ModelEndpoint {
        baseUrl = baseUrl.strip().replaceAll("/+$", "");
        if (!address(baseUrl)) {
            throw InvalidInput.of("baseUrl", "must be an http or https address such as https://api.example.com/v1");
        }
        if (key != null && key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw InvalidInput.of("key", "must consist of visible ASCII characters");
        }
    }

    private static boolean address(String text) {
        try {
            var uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Endpoint[" + name + "]";
    }

    /** A change of an endpoint; null fields keep their values. */
    record ModelEndpointUpdate(
            @Nullable String name,
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable String key,
            @Nullable TokenPrice price,
            @Nullable Integer maxAnswerTokens) {
        ModelEndpoint applyTo(ModelConnection before) {
            return new ModelEndpoint(
                    name == null ? before.name() : name,
                    baseUrl == null ? before.baseUrl() : baseUrl,
                    model == null ? before.model() : model,
                    key,
                    price == null ? before.price() : price,
                    maxAnswerTokens == null ? before.maxAnswerTokens() : maxAnswerTokens);
        }

        @Override
        public String toString() {
            return "Change[" + name + "]";
        }
    }
}
