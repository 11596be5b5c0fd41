package dev.atelier.kit.security;

import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Extracts users and services from a request's token. */
final class CallerExtractor {
    private CallerExtractor() {}

    static Caller person(@Nullable Principal principal, @Nullable String onBehalfOf) {
        var token = token(principal);
        if (isService(token)) {
            if (onBehalfOf == null) {
                throw InvalidInput.of(Caller.ON_BEHALF_OF, "is missing");
            }
            return new Caller(userId(onBehalfOf, Caller.ON_BEHALF_OF), Set.of());
        }
        return new Caller(userId(token.getToken().getSubject(), "sub"), roles(token));
    }

    static CallingService service(@Nullable Principal principal) {
        var token = token(principal);
        var client = token.getToken().getClaimAsString("azp");
        if (client == null || !isService(token)) {
            throw new AuthenticationCredentialsNotFoundException("not a service's token");
        }
        return new CallingService(client);
    }

    private static boolean isService(JwtAuthenticationToken token) {
        return TokenAudience.INTERNAL.in(token.getToken());
    }

    private static JwtAuthenticationToken token(@Nullable Principal principal) {
        if (principal instanceof JwtAuthenticationToken token) {
            return token;
        }
        throw new AuthenticationCredentialsNotFoundException("no token");
    }

    private static Set<String> roles(JwtAuthenticationToken token) {
        return token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(role -> role.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UserId userId(@Nullable String text, String field) {
        try {
            return TypedIdFactory.parse(UserId.class, text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(field, "must be a UUID");
        }
    }
}
