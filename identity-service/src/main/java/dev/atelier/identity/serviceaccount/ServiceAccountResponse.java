package dev.atelier.identity.serviceaccount;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.scope.ApiScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service account, as its manager sees it.
 *
 * @param id its user id, under which it is a member of the workspace
 * @param responsible the member who is responsible for it: who created it, or took it over since
 * @param suspendedAt since when its keys are not valid because a responsible member is gone; null where it is not
 *     suspended
 * @param lastUsedAt of the key used last, within a minute; null where none was ever used
 */
record ServiceAccountResponse(
        UserId id,
        String name,
        List<ApiScope> scopes,
        Instant expiresAt,
        UserId createdBy,
        UserId responsible,
        @Nullable Instant suspendedAt,
        @Nullable SuspensionReason suspendedReason,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        List<ApiKeyResponse> keys,
        long version) {
    static ServiceAccountResponse of(ServiceAccount account) {
        var suspension = account.suspension();
        return new ServiceAccountResponse(
                account.id(),
                account.name(),
                account.scopes().stream().sorted().toList(),
                account.expires(),
                account.createdBy(),
                account.responsible(),
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.reason(),
                account.createdAt(),
                account.keys().stream()
                        .map(ApiKey::lastUsed)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                account.keys().stream().map(ApiKeyResponse::of).toList(),
                account.version());
    }

    /**
     * A key without its secret.
     *
     * @param lastUsedAt within a minute; null where it was never used
     */
    record ApiKeyResponse(
            ApiKeyId id,
            String lastFour,
            UserId createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static ApiKeyResponse of(ApiKey key) {
            return new ApiKeyResponse(
                    key.id(), key.lastFour(), key.createdBy(), key.createdAt(), key.expires(), key.lastUsed());
        }
    }
}
