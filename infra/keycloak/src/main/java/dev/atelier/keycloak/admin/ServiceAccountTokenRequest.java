package dev.atelier.keycloak.admin;

import java.util.List;
import java.util.UUID;

/**
 * The requested contents of a token.
 *
 * @param account id of the service account
 * @param workspace the only workspace that the token is valid for
 * @param session session id by which the token can be revoked
 * @param scopes allowed scopes such as {@code actions:read}; at most 50
 * @param seconds lifespan, 1 to the realm's own lifespan of access tokens
 */
public record ServiceAccountTokenRequest(UUID account, UUID workspace, UUID session, List<String> scopes, int seconds) {
    private static final int MOST_SCOPES = 50;

    boolean valid(int longest) {
        return account != null
                && workspace != null
                && session != null
                && scopes != null
                && scopes.size() <= MOST_SCOPES
                && scopes.stream().allMatch(scope -> scope != null && scope.matches("[a-z]+:[a-z]+"))
                && seconds >= 1
                && seconds <= longest;
    }
}
