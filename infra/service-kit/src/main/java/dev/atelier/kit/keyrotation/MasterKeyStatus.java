package dev.atelier.kit.keyrotation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which master keys wrap a service's secrets.
 *
 * @param currentKeyId of the key that new secrets are wrapped with; null where the service keeps no secrets
 * @param outdated how many secrets another key wraps; only at 0 in all services may the other keys be taken out of the configuration
 */
record MasterKeyStatus(@Nullable String currentKeyId, long outdated, List<KeyUse> keys) {
    MasterKeyStatus {
        keys = List.copyOf(keys);
    }

    static MasterKeyStatus of(@Nullable String current, Map<String, Long> counts) {
        var keys = counts.entrySet().stream()
                .map(entry -> new KeyUse(entry.getKey(), entry.getValue()))
                .toList();
        long outdated = keys.stream()
                .filter(key -> !key.keyId().equals(current))
                .mapToLong(KeyUse::secrets)
                .sum();
        return new MasterKeyStatus(current, outdated, keys);
    }

    /**
     * One key.
     *
     * @param keyId the beginning of its SHA-256
     * @param secrets how many it wraps
     */
    record KeyUse(String keyId, long secrets) {}
}
