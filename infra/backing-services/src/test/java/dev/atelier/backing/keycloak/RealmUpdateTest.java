package dev.atelier.backing.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.signin.BrowserSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates the realm of an installation of an older version. */
class RealmUpdateTest {
    @TempDir
    Path folder;

    @Test
    void anOlderInstallationGetsThePagesAndKeepsItsPeopleAndSecrets() throws Exception {
        var backingServiceOptions = BackingServiceOptions.in(folder);
        var settings = settings();
        var old = KeycloakProcess.start(older(backingServiceOptions), backingServiceOptions, settings);
        assertThat(login(old)).doesNotContain("atelier.css");
        old.stop();

        var now = Keycloak.start(backingServiceOptions, settings);
        try {
            assertThat(login(now)).contains("atelier.css");
            var tokens = BrowserSignIn.forMobileClient(now.issuerUri())
                    .signIn(settings.operatorEmail(), settings.operatorPassword());
            assertThat(AccessTokenClaims.of(tokens.accessToken()).list("aud")).containsExactly("atelier-api");
            assertThat(TokenEndpointClient.token(now, "identity-service", settings.clientSecret("identity-service")))
                    .isNotBlank();

            now.restart();
            assertThat(login(now)).contains("atelier.css");
        } finally {
            now.stop();
        }
    }

    /** The unchanged distribution, with a realm file from before Atelier had its own pages. */
    private static KeycloakHome older(BackingServiceOptions backingServiceOptions) throws IOException {
        var home = KeycloakHome.of(LocalFileCache.ofThisUser(), backingServiceOptions);
        var plain = KeycloakDistribution.pinned().get(LocalFileCache.ofThisUser(), backingServiceOptions.progress());
        for (var part : new String[] {"lib", "conf", "providers", "themes"}) {
            var link = home.directory().resolve(part);
            Files.delete(link);
            Files.createSymbolicLink(link, plain.resolve(part));
        }
        var realm = home.directory().resolve("data").resolve("import").resolve("atelier-realm.json");
        Files.delete(realm);
        try (var in = RealmUpdateTest.class.getResourceAsStream("realm-of-an-older-version.json")) {
            Files.copy(Objects.requireNonNull(in), realm);
        }
        return home;
    }

    private static String login(Keycloak keycloak) throws IOException, InterruptedException {
        var address = keycloak.issuerUri()
                + "/protocol/openid-connect/auth?client_id=atelier-command-line&response_type=code&scope=openid"
                + "&redirect_uri=http://127.0.0.1/signed-in&code_challenge_method=S256&code_challenge="
                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static RealmSettings settings() {
        var secrets = RealmSettings.CONFIDENTIAL_CLIENTS.stream()
                .collect(Collectors.toMap(client -> client, client -> "secret-of-" + client));
        return new RealmSettings(
                "127.0.0.1",
                2525,
                "http://127.0.0.1:8080",
                "operator@atelier.example",
                "An-operators-password",
                secrets);
    }
}
