package dev.atelier.kit.security;

import org.springframework.security.oauth2.jwt.Jwt;

/** Whom a token is for. */
enum TokenAudience {
    /** People and their clients, on {@code /api}. */
    API("atelier-api"),
    /** Services among themselves, on {@code /internal}. */
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
