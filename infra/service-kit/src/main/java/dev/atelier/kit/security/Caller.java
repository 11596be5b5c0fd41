package dev.atelier.kit.security;

import dev.atelier.events.id.UserId;
import java.util.Set;

/**
 * The person who asks; a controller's argument. On {@code /api} the token's subject, on {@code /internal} the person
 * that the calling service names in {@code On-Behalf-Of}.
 *
 * @param roles realm roles of the person's own token, such as {@code operator}; empty on {@code /internal}
 */
public record Caller(UserId userId, Set<String> roles) {
    /** The header in which a service names the person it asks for. */
    public static final String ON_BEHALF_OF = "On-Behalf-Of";

    /** Platform staff. */
    public static final String OPERATOR = "operator";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean operator() {
        return roles.contains(OPERATOR);
    }
}
