package dev.atelier.kit.security;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses tokens that were made for another audience. Source: RFC 9068, section 4. */
record AudienceDecoder(JwtDecoder decoder, Audience audience) implements JwtDecoder {
    @Override
    public Jwt decode(String token) {
        var jwt = decoder.decode(token);
        if (!audience.in(jwt)) {
            throw new BadJwtException("the token is for another audience");
        }
        return jwt;
    }
}
