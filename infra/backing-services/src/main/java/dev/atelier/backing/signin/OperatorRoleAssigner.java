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
 * Gives users the operator role through Keycloak's admin API, with the client of identity-service.
 *
 * @param issuer the address of the realm
 * @param secret of the client {@code identity-service}
 */
public record OperatorRoleAssigner(URI issuer, String secret) {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    /**
     * Gives a registered user the role; tokens have it from the next sign-in on. Throws {@link SignInFailed} if there
     * is no such user.
     */
    public void assign(String email) {
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
                throw new SignInFailed("Keycloak returned " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new SignInFailed("Keycloak did not respond", e);
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
