package dev.atelier.kit.security;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Maps Keycloak's realm roles ({@code realm_access.roles}) to authorities {@code ROLE_<name>}. */
final class KeycloakRealmRoleConverter implements Converter<Jwt, Collection<GrantedAuthority>> {
    /** The role of tokens for {@code /internal}. */
    static final String SERVICE = "atelier-service";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        return Stream.concat(realmRoles(token), TokenAudience.INTERNAL.in(token) ? Stream.of(SERVICE) : Stream.empty())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** Ignores a realm role with the name {@link #SERVICE}: only the audience grants it. */
    private static Stream<String> realmRoles(Jwt token) {
        var access = token.getClaimAsMap("realm_access");
        return access == null || !(access.get("roles") instanceof Collection<?> roles)
                ? Stream.empty()
                : roles.stream().map(String::valueOf).filter(role -> !role.equals(SERVICE));
    }
}
