package dev.atelier.testkit.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A token before it is signed. */
public record TestToken(
        String subject,
        String audience,
        String client,
        String session,
        Instant issuedAt,
        Instant expiresAt,
        Set<String> roleNames) {
    public TestToken audience(String other) {
        return new TestToken(subject, other, client, session, issuedAt, expiresAt, roleNames);
    }

    public TestToken client(String other) {
        return new TestToken(subject, audience, other, session, issuedAt, expiresAt, roleNames);
    }

    public TestToken session(String other) {
        return new TestToken(subject, audience, client, other, issuedAt, expiresAt, roleNames);
    }

    public TestToken issuedAt(Instant other) {
        return new TestToken(subject, audience, client, session, other, expiresAt, roleNames);
    }

    public TestToken expiresAt(Instant other) {
        return new TestToken(subject, audience, client, session, issuedAt, other, roleNames);
    }

    public TestToken roles(String... names) {
        return new TestToken(subject, audience, client, session, issuedAt, expiresAt, Set.of(names));
    }

    /** The compact form that goes into {@code Authorization: Bearer}. */
    public String signed() {
        return Issuer.shared().sign(claims());
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(Issuer.shared().address().toString())
                .subject(subject)
                .audience(audience)
                .claim("azp", client)
                .claim("sid", session)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.copyOf(roleNames)))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
    }
}
