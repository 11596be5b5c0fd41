package dev.atelier.testkit.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds and signs a token. */
public record TestTokenBuilder(
        String subject,
        String audience,
        String client,
        String session,
        Instant issuedAt,
        Instant expiresAt,
        Set<String> roleNames,
        Map<String, String> more) {
    public TestTokenBuilder audience(String other) {
        return new TestTokenBuilder(subject, other, client, session, issuedAt, expiresAt, roleNames, more);
    }

    public TestTokenBuilder client(String other) {
        return new TestTokenBuilder(subject, audience, other, session, issuedAt, expiresAt, roleNames, more);
    }

    public TestTokenBuilder session(String other) {
        return new TestTokenBuilder(subject, audience, client, other, issuedAt, expiresAt, roleNames, more);
    }

    public TestTokenBuilder issuedAt(Instant other) {
        return new TestTokenBuilder(subject, audience, client, session, other, expiresAt, roleNames, more);
    }

    public TestTokenBuilder expiresAt(Instant other) {
        return new TestTokenBuilder(subject, audience, client, session, issuedAt, other, roleNames, more);
    }

    public TestTokenBuilder roles(String... names) {
        return new TestTokenBuilder(subject, audience, client, session, issuedAt, expiresAt, Set.of(names), more);
    }

    /** Adds a claim. */
    public TestTokenBuilder claim(String name, String value) {
        var claims = new HashMap<>(more);
        claims.put(name, value);
        return new TestTokenBuilder(subject, audience, client, session, issuedAt, expiresAt, roleNames, claims);
    }

    /** Returns the compact form for {@code Authorization: Bearer}. */
    public String signed() {
        return TestOidcProvider.shared().sign(claims());
    }

    private JWTClaimsSet claims() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(TestOidcProvider.shared().address().toString())
                .subject(subject)
                .audience(audience)
                .claim("azp", client)
                .claim("sid", session)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.copyOf(roleNames)))
                .jwtID(UUID.randomUUID().toString())
                .claim("auth_time", issuedAt.getEpochSecond())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt));
        more.forEach(claims::claim);
        return claims.build();
    }
}
