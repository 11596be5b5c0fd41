package dev.atelier.kit.security;

import dev.atelier.events.id.UserId;
import java.util.Set;

/**
 * The user who makes the request; a controller argument. On {@code /api} the token's subject, on {@code /internal} the
 * user that the calling service names in {@code On-Behalf-Of}.
 *
 * @param roles realm roles of the user's own token, such as {@code operator}; empty on {@code /internal}
 */
public record Caller(UserId userId, Set<String> roles) {
    /** The header in which a service names the user on whose behalf it calls. */
    public static final String ON_BEHALF_OF = "On-Behalf-Of";

    /** The role of platform staff. */
    public static final String OPERATOR = "operator";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean operator() {
        return roles.contains(OPERATOR);
    }
}
