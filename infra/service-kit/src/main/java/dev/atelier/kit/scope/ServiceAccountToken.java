package dev.atelier.kit.scope;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What the token of a service account says beside whose it is.
 *
 * @param workspace the id of the one workspace it is good for
 * @param scopes what was allowed when it was issued; names that this build does not know are passed over
 */
public record ServiceAccountToken(String workspace, Set<ApiScope> scopes) {
    /** People's tokens never have it. */
    private static final String WORKSPACE = "atelier_workspace";

    private static final String SCOPE = "scope";

    public ServiceAccountToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token is a service account's and no person's. */
    public static boolean is(Jwt token) {
        return token.hasClaim(WORKSPACE);
    }

    /** Empty for a person's token. */
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
