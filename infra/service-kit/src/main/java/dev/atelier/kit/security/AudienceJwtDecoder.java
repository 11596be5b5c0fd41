package dev.atelier.kit.security;

import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Refuses tokens that were issued for another audience. Source: RFC 9068, section 4. */
record AudienceJwtDecoder(JwtDecoder decoder, Set<TokenAudience> audiences) implements JwtDecoder {
    AudienceJwtDecoder {
        audiences = Set.copyOf(audiences);
    }

    @Override
    public Jwt decode(String token) {
        var jwt = genuine(token);
        if (audiences.stream().noneMatch(audience -> audience.in(jwt))) {
            throw new BadJwtException("the token has another audience");
        }
        return jwt;
    }

    /** Translates the exception that Spring throws where the issuer cannot be reached for the first time. */
    private Jwt genuine(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtDecoderInitializationException e) {
            throw new JwtException("the issuer cannot be reached", e);
        }
    }
}
