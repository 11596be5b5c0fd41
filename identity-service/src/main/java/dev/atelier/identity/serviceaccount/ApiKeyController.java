package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.RequiresRecentSignIn;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of a service account; for the manager of its workspace only. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/service-accounts/{serviceAccountId}/keys")
class ApiKeyController {
    private final ServiceAccountService serviceAccountService;

    ApiKeyController(ServiceAccountService serviceAccountService) {
        this.serviceAccountService = serviceAccountService;
    }

    /**
     * Creates a key; only this response contains its secret. To rotate, set {@code otherKeysExpireAt} to when the existing keys
     * expire. At most 3 valid keys an account (409). Needs a recent sign-in: 401 {@code sign-in-too-old} otherwise.
     */
    @PostMapping
    @RequiresRecentSignIn
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedApiKeyResponse> add(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable UserId serviceAccountId,
            @Valid @RequestBody CreateApiKeyRequest body,
            Caller caller) {
        var createdApiKey = serviceAccountService.createKey(
                workspaceId, serviceAccountId, body.expiresAt(), body.otherKeysExpireAt(), caller.userId());
        var key = createdApiKey.key();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new CreatedApiKeyResponse(
                        key.id(), createdApiKey.secret().text(), key.lastFour(), key.createdAt(), key.expires()));
    }

    /** Revokes a key at once; the account's other keys stay valid. */
    @DeleteMapping("/{apiKeyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable UserId serviceAccountId,
            @PathVariable ApiKeyId apiKeyId,
            Caller caller) {
        serviceAccountService.revokeKey(workspaceId, serviceAccountId, apiKeyId, caller.userId());
    }

    /**
     * A key to create.
     *
     * @param expiresAt not after the account's expiry, which is the default
     * @param otherKeysExpireAt when the account's existing keys expire; null where they stay as they are
     */
    record CreateApiKeyRequest(
            @Nullable Instant expiresAt, @Nullable Instant otherKeysExpireAt) {}

    /**
     * A key with its secret, which is returned only once.
     *
     * @param key the value for {@code Authorization: Bearer}
     */
    record CreatedApiKeyResponse(ApiKeyId id, String key, String lastFour, Instant createdAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "key " + id;
        }
    }
}
