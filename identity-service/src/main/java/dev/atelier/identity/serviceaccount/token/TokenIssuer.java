package dev.atelier.identity.serviceaccount.token;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.scope.ApiScope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Who signs tokens. */
public interface TokenIssuer {
    /**
     * Signs a token.
     *
     * @throws dev.atelier.kit.problem.Refusal of a reason that may pass, where there is no answer
     */
    String issue(TokenClaims tokenClaims);

    /**
     * What a token says.
     *
     * @param session under which it can be revoked
     * @param life how long it is good, in whole seconds
     */
    record TokenClaims(UserId account, WorkspaceId workspace, UUID session, Set<ApiScope> scopes, Duration life) {
        public TokenClaims {
            scopes = Set.copyOf(scopes);
        }
    }
}
