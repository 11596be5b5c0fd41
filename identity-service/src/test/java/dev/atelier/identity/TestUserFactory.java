package dev.atelier.identity;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.backing.signin.OperatorRoleAssigner;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.RealBackingServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers and signs in people on Keycloak's own pages. */
public final class TestUserFactory {
    private TestUserFactory() {}

    /** A person who has registered, verified their address and signed in. */
    public record TestUser(NewUser person, UserId id, OAuthTokens tokens) {
        public IdentityClient at(int port) {
            return new IdentityClient(port, tokens.accessToken());
        }

        public OAuthTokens signInAgain() {
            return pages().signIn(person.email(), person.password());
        }

        /** Signs the same person in to another session. */
        public TestUser onAnotherDevice() {
            return new TestUser(person, id, signInAgain());
        }

        public OAuthTokens refresh() {
            return pages().refresh(tokens);
        }

        /** Returns the id of the session of the tokens. */
        public String session() {
            return claimsOf(tokens.accessToken()).path("sid").asString();
        }
    }

    public static TestUser register(String firstName, String lastName) {
        var email = firstName.toLowerCase(Locale.ROOT) + "." + UUID.randomUUID() + "@example.org";
        return register(new NewUser(firstName, lastName, email, "A-long-enough-secret"));
    }

    public static TestUser register(NewUser newUser) {
        var tokens = pages().register(newUser, RealBackingServices.mailboxReader());
        return new TestUser(newUser, subjectOf(tokens.accessToken()), tokens);
    }

    /** The operator of the realm file. */
    public static TestUser operator() {
        var realm = RealBackingServices.realm();
        var tokens = pages().signIn(realm.operatorEmail(), realm.operatorPassword());
        var newUser = new NewUser("First", "Operator", realm.operatorEmail(), realm.operatorPassword());
        return new TestUser(newUser, subjectOf(tokens.accessToken()), tokens);
    }

    /** Creates another operator. */
    public static TestUser anotherOperator() {
        var testUser = register("Olaf", "Operator");
        var issuer = URI.create(RealBackingServices.keycloak().issuerUri());
        new OperatorRoleAssigner(issuer, RealBackingServices.realm().clientSecret("identity-service"))
                .assign(testUser.person().email());
        return testUser.onAnotherDevice();
    }

    public static BrowserSignIn pages() {
        return BrowserSignIn.forCommandLine(RealBackingServices.keycloak().issuerUri());
    }

    /** Returns a token of another service. */
    public static String service(String client) {
        var secret = RealBackingServices.realm().clientSecret(client);
        var grant = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var address = URI.create(RealBackingServices.keycloak().issuerUri() + "/protocol/openid-connect/token");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(grant))
                            .build(),
                    BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the subject of the token. */
    public static UserId subjectOf(String accessToken) {
        return TypedIdFactory.parse(
                UserId.class, claimsOf(accessToken).path("sub").asString());
    }

    private static JsonNode claimsOf(String accessToken) {
        var claims = new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(claims);
    }
}
