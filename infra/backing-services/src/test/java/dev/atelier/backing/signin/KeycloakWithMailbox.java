package dev.atelier.backing.signin;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.keycloak.RealmSettings;
import dev.atelier.backing.mail.CaughtMail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A separate Keycloak with a mailbox, for tests of its pages. */
record KeycloakWithMailbox(GreenMail mail, Keycloak keycloak) implements AutoCloseable {
    private static final String PUBLIC_URL = "http://127.0.0.1:8080";

    static KeycloakWithMailbox open(Path folder) {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var secrets = RealmSettings.CONFIDENTIAL_CLIENTS.stream()
                .collect(Collectors.toMap(client -> client, client -> "secret-of-" + client));
        var settings = new RealmSettings(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                PUBLIC_URL,
                "operator@atelier.example",
                "An-operators-password",
                secrets);
        return new KeycloakWithMailbox(mail, Keycloak.start(BackingServiceOptions.in(folder), settings));
    }

    BrowserSignIn web() {
        return BrowserSignIn.forWebClient(keycloak.issuerUri(), PUBLIC_URL);
    }

    BrowserSession visit() {
        return BrowserSession.with(web());
    }

    /** Creates a user with an account. */
    NewUser member(String name) {
        var newUser = newcomer(name);
        web().register(newUser, letters());
        return newUser;
    }

    static NewUser newcomer(String name) {
        return new NewUser("Lea", "Martin", name + "@example.org", "A-long-enough-secret");
    }

    MailboxReader letters() {
        return email -> mails(email).stream().map(CaughtMail::text).toList();
    }

    List<CaughtMail> mails(String email) {
        return Arrays.stream(mail.getReceivedMessagesForDomain(email))
                .map(CaughtMail::read)
                .toList();
    }

    /** Returns the JSON of a user in Keycloak, as identity-service reads it. */
    String kept(String email) {
        var token = read(HttpRequest.newBuilder(URI.create(keycloak.issuerUri() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(HttpBrowser.encoded(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "identity-service",
                        "client_secret", "secret-of-identity-service")))));
        var value = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(token);
        if (!value.find()) {
            throw new IllegalStateException(token);
        }
        return read(HttpRequest.newBuilder(URI.create(keycloak.url()
                        + "/admin/realms/atelier/users?briefRepresentation=false&exact=true&email=" + email))
                .header("Authorization", "Bearer " + value.group(1)));
    }

    private static String read(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        keycloak.stop();
        mail.stop();
    }
}
