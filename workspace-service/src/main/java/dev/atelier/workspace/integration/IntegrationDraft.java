package dev.atelier.workspace.integration;

import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.workspace.integration.probe.IntegrationKind;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A validated wish to connect a system: invalid references and secrets are refused. */
record IntegrationDraft(IntegrationKind kind, String name, URI address, List<String> references, String secret) {
    IntegrationDraft {
        references = references.stream().map(String::strip).distinct().toList();
        for (int n = 0; n < references.size(); n++) {
            if (!kind.acceptsReference(references.get(n))) {
                throw InvalidInput.of("references[" + n + "]", "cannot be the name of anything in such a system");
            }
        }
        if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw InvalidInput.of("secret", "must consist of visible ASCII characters");
        }
    }

    /** Returns the given address, or the usual one of this kind. */
    static URI address(IntegrationKind kind, @Nullable String given) {
        var text = given == null ? kind.usualAddress() : given.strip().replaceAll("/+$", "");
        if (text == null) {
            throw InvalidInput.of("address", "must be given for a system of this kind");
        }
        try {
            var uri = URI.create(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
            throw notAnAddress();
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    private static InvalidInput notAnAddress() {
        return InvalidInput.of("address", "must be an http or https address such as https://git.example.com");
    }

    /** Returns the last four characters, to recognise the secret; empty if it is shorter than 12 characters. */
    String lastFour() {
        return secret.length() < 12 ? "" : secret.substring(secret.length() - 4);
    }

    @Override
    public String toString() {
        return "IntegrationDraft[" + kind + "]";
    }
}
