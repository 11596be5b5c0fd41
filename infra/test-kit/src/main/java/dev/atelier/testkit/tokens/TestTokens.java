package dev.atelier.testkit.tokens;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Bearer tokens as Keycloak's realm issues them, signed by an issuer in this JVM. Tests annotated {@link TrustTestTokens}
 * trust it.
 */
public final class TestTokens {
    private TestTokens() {}

    /** The issuer's address, for {@code atelier.issuer-uri}. */
    public static URI issuer() {
        return TestOidcProvider.shared().address();
    }

    /** Returns a user's token for {@code /api}, valid for five minutes. */
    public static String of(UserId user, String... roles) {
        return aToken(user.toString()).roles(roles).signed();
    }

    /** Returns an operator's token. */
    public static String operator(UserId user) {
        return of(user, "operator");
    }

    /** Returns the token of a workspace's service account; scopes such as {@code actions:read}. */
    public static String serviceAccount(UserId account, WorkspaceId workspace, String... scopes) {
        return aToken(account.toString())
                .client("atelier-service-accounts")
                .claim("atelier_workspace", workspace.toString())
                .claim("scope", String.join(" ", scopes))
                .signed();
    }

    /** Returns a service's token for {@code /internal}; the user is in the header {@code On-Behalf-Of}. */
    public static String service(String clientId) {
        return aToken(UUID.nameUUIDFromBytes(clientId.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .audience("atelier-internal")
                .client(clientId)
                .signed();
    }

    /** Returns a builder for a token with another audience, expiry or session. */
    public static TestTokenBuilder aToken(String subject) {
        var now = Instant.now();
        return new TestTokenBuilder(
                subject,
                "atelier-api",
                "atelier-web",
                UUID.randomUUID().toString(),
                now,
                now.plusSeconds(300),
                Set.of(),
                Map.of());
    }

    /** Returns the value of the {@code Authorization} header. */
    public static String bearer(String token) {
        return "Bearer " + token;
    }
}
