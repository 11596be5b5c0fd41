package dev.atelier.kit.keyrotation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which master keys wrap a service's secrets.
 *
 * @param currentKeyId id of the key that wraps new secrets; null where the service stores no secrets
 * @param outdated number of secrets that another key wraps; the other keys may be removed from the configuration only
 *     when this is 0 in all services
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
     * The use of one key.
     *
     * @param keyId the beginning of its SHA-256
     * @param secrets number of secrets that it wraps
     */
    record KeyUse(String keyId, long secrets) {}
}
