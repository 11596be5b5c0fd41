package dev.atelier.kit.scope;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The claims that only tokens of service accounts have.
 *
 * @param workspace the id of the one workspace for which the token is valid
 * @param scopes the scopes at the time of issue; unknown names are ignored
 */
public record ServiceAccountToken(String workspace, Set<ApiScope> scopes) {
    /** Tokens of people never have this claim. */
    private static final String WORKSPACE = "atelier_workspace";

    private static final String SCOPE = "scope";

    public ServiceAccountToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token belongs to a service account. */
    public static boolean isServiceAccount(Jwt token) {
        return token.hasClaim(WORKSPACE);
    }

    /** Returns empty for a person's token. */
    static Optional<ServiceAccountToken> of(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString(WORKSPACE))
                .map(workspace -> new ServiceAccountToken(workspace, scopes(token)));
    }

    private static Set<ApiScope> scopes(Jwt token) {
        var text = token.getClaimAsString(SCOPE);
        return (text == null ? Stream.<String>empty() : Arrays.stream(text.split(" ", -1)))
                .flatMap(name -> ApiScope.find(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
