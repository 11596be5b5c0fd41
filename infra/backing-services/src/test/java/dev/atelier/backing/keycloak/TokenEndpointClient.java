package dev.atelier.backing.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Token requests that need no page. */
final class TokenEndpointClient {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private TokenEndpointClient() {}

    static String token(Keycloak keycloak, String client, String secret) {
        return ask(keycloak, "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client, secret));
    }

    static String passwordGrant(Keycloak keycloak, String client, String user, String password) {
        return ask(
                keycloak, "grant_type=password&client_id=%s&username=%s&password=%s".formatted(client, user, password));
    }

    private static String ask(Keycloak keycloak, String form) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(keycloak.issuerUri() + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            var answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            var token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException(answer);
            }
            return token.group(1);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
