package dev.atelier.keycloak.admin;

import java.util.List;
import java.util.UUID;

/**
 * What a token is to say.
 *
 * @param account whose it is
 * @param workspace the one it is good for
 * @param session under which it can be revoked
 * @param scopes what may be done with it, {@code actions:read}; 50 at most
 * @param seconds how long it lives, 1 to the realm's own lifespan of access tokens
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
