package dev.atelier.identity.serviceaccount.token;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.scope.ApiScope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Signs tokens. */
public interface TokenIssuer {
    /**
     * Signs a token.
     *
     * @throws dev.atelier.kit.problem.Refusal with a temporary reason, where there is no answer
     */
    String issue(TokenClaims tokenClaims);

    /**
     * Content of a token.
     *
     * @param session id by which it can be revoked
     * @param life how long it is valid, in whole seconds
     */
    record TokenClaims(UserId account, WorkspaceId workspace, UUID session, Set<ApiScope> scopes, Duration life) {
        public TokenClaims {
            scopes = Set.copyOf(scopes);
        }
    }
}
