package dev.atelier.kit.security;

import org.springframework.security.oauth2.jwt.Jwt;

/** The audience of a token. */
enum TokenAudience {
    /** People and their clients, on {@code /api}. */
    API("atelier-api"),
    /** Services, on {@code /internal}. */
    INTERNAL("atelier-internal");

    private final String name;

    TokenAudience(String name) {
        this.name = name;
    }

    boolean in(Jwt token) {
        var audiences = token.getAudience();
        return audiences != null && audiences.contains(name);
    }
}
