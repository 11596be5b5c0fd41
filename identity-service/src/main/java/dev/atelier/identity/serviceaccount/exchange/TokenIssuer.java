package dev.atelier.identity.serviceaccount.exchange;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.scope.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Who signs tokens. */
public interface TokenIssuer {
    /**
     * Signs a token.
     *
     * @throws dev.atelier.kit.web.Refusal of a reason that may pass, where there is no answer
     */
    String issue(Order order);

    /**
     * What a token says.
     *
     * @param session under which it can be revoked
     * @param life how long it is good, in whole seconds
     */
    record Order(UserId account, WorkspaceId workspace, UUID session, Set<Scope> scopes, Duration life) {
        public Order {
            scopes = Set.copyOf(scopes);
        }
    }
}
