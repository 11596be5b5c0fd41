package dev.atelier.kit.security;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Keycloak's realm roles ({@code realm_access.roles}) as authorities {@code ROLE_<name>}. */
final class KeycloakRealmRoleConverter implements Converter<Jwt, Collection<GrantedAuthority>> {
    /** What tokens for {@code /internal} have. */
    static final String SERVICE = "atelier-service";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        return Stream.concat(realmRoles(token), TokenAudience.INTERNAL.in(token) ? Stream.of(SERVICE) : Stream.empty())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** The role of that name is given by the audience alone. */
    private static Stream<String> realmRoles(Jwt token) {
        var access = token.getClaimAsMap("realm_access");
        return access == null || !(access.get("roles") instanceof Collection<?> roles)
                ? Stream.empty()
                : roles.stream().map(String::valueOf).filter(role -> !role.equals(SERVICE));
    }
}
