package dev.atelier.backing.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes people operators: gives them the realm's role by Keycloak's admin API, with the rights of identity-service.
 *
 * @param issuer the realm
 * @param secret of the client {@code identity-service}
 */
public record OperatorRoleAssigner(URI issuer, String secret) {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    /** Gives somebody who has registered the role; it is in the tokens of their next sign-in. Throws {@link SignInFailed} where nobody has. */
    public void appoint(String email) {
        var bearer = "Bearer " + OAuthTokens.value(token(), "access_token");
        var admin = issuer.toString().replace("/realms/", "/admin/realms/");
        var found = send(request(admin + "/users?exact=true&" + HttpBrowser.encoded(Map.of("email", email)), bearer)
                .GET());
        var person = ID.matcher(found);
        if (!person.find()) {
            throw new SignInFailed("nobody has registered with " + email);
        }
        var role = send(request(admin + "/roles/operator", bearer).GET());
        send(request(admin + "/users/" + person.group(1) + "/role-mappings/realm", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + role + "]")));
    }

    private String token() {
        var grant =
                Map.of("grant_type", "client_credentials", "client_id", "identity-service", "client_secret", secret);
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(HttpBrowser.encoded(grant))));
    }

    private static HttpRequest.Builder request(String address, String bearer) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", bearer);
    }

    private static String send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new SignInFailed("Keycloak answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new SignInFailed("Keycloak gives no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed("interrupted", e);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "Operators of " + issuer;
    }
}
