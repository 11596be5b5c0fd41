package dev.atelier.backing.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.MailboxReader;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakTest {
    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        keycloak = Keycloak.start(BackingServiceOptions.in(folder), settings());
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
        mail.stop();
    }

    static RealmSettings settings() {
        var secrets = RealmSettings.CONFIDENTIAL_CLIENTS.stream()
                .collect(Collectors.toMap(client -> client, client -> "secret-of-" + client));
        return new RealmSettings(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                "http://127.0.0.1:8080",
                "operator@atelier.example",
                "An-operators-password",
                secrets);
    }

    @Test
    void whoRegistersIsSignedInOnceTheAddressIsVerified() {
        var lea = person("lea");

        var tokens = onTheWeb().register(lea, letters());

        var claims = AccessTokenClaims.of(tokens.accessToken());
        assertThat(claims.text("iss")).isEqualTo(keycloak.issuerUri());
        assertThat(claims.list("aud")).contains("atelier-api");
        assertThat(claims.text("email")).isEqualTo(lea.email());
        assertThat(claims.text("given_name")).isEqualTo("Lea");
        assertThat(claims.raw()).contains("\"email_verified\":true");
        assertThat(claims.number("exp") - claims.number("iat")).isEqualTo(300);
    }

    @Test
    void aPhoneSignsInByItsOwnScheme() {
        var noah = person("noah");
        onTheWeb().register(noah, letters());

        var tokens = BrowserSignIn.forMobileClient(keycloak.issuerUri()).signIn(noah.email(), noah.password());

        assertThat(AccessTokenClaims.of(tokens.accessToken()).list("aud")).contains("atelier-api");
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() {
        var tokens = onTheWeb().register(person("ada"), letters());

        var next = onTheWeb().refresh(tokens);

        assertThat(next.accessToken()).isNotEqualTo(tokens.accessToken());
        assertThatThrownBy(() -> onTheWeb().refresh(tokens)).isInstanceOf(SignInFailed.class);
    }

    @Test
    void aShortPasswordIsRefused() {
        var hasty = new NewUser("Hasty", "One", "hasty@example.org", "short");

        assertThatThrownBy(() -> onTheWeb().register(hasty, letters())).hasMessageContaining("minimum length 12");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAWhile() {
        var mona = person("mona");
        onTheWeb().register(mona, letters());

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> onTheWeb().signIn(mona.email(), "wrong-wrong-wrong"))
                    .isInstanceOf(SignInFailed.class);
        }

        assertThatThrownBy(() -> onTheWeb().signIn(mona.email(), mona.password()))
                .isInstanceOf(SignInFailed.class);
    }

    @Test
    void aTokenNamesTheApiAlone() {
        var tokens = onTheWeb().signIn(settings().operatorEmail(), settings().operatorPassword());

        assertThat(AccessTokenClaims.of(tokens.accessToken()).list("aud")).containsExactly("atelier-api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/signed-in", "http://127.0.0.1:8080.example.org/", "http://localhost:8080/"})
    void theWebClientReturnsToItsOwnAddressAlone(String elsewhere) {
        var astray = new BrowserSignIn(URI.create(keycloak.issuerUri()), "atelier-web", URI.create(elsewhere));

        assertThatThrownBy(() ->
                        astray.signIn(settings().operatorEmail(), settings().operatorPassword()))
                .hasMessageContaining("redirect_uri");
    }

    @Test
    void theCommandLineReturnsToThisMachine() {
        var tokens = BrowserSignIn.forCommandLine(keycloak.issuerUri())
                .signIn(settings().operatorEmail(), settings().operatorPassword());

        assertThat(AccessTokenClaims.of(tokens.accessToken()).list("aud")).containsExactly("atelier-api");
    }

    @Test
    void theFirstOperatorIsThere() {
        var tokens = onTheWeb().signIn(settings().operatorEmail(), settings().operatorPassword());

        assertThat(AccessTokenClaims.of(tokens.accessToken()).raw())
                .containsPattern("\"realm_access\":\\{\"roles\":\\[[^]]*\"operator\"");
    }

    @Test
    void everyServiceGetsTokensForInternalCallsAlone() {
        for (var client : RealmSettings.CONFIDENTIAL_CLIENTS) {
            var token = TokenEndpointClient.token(keycloak, client, settings().clientSecret(client));

            assertThat(AccessTokenClaims.of(token).list("aud"))
                    .contains("atelier-internal")
                    .doesNotContain("atelier-api");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier-web", "atelier-mobile", "atelier-command-line", "admin-cli"})
    void nobodyGetsATokenForAPasswordAlone(String client) {
        assertThatThrownBy(() -> TokenEndpointClient.passwordGrant(
                        keycloak, client, settings().operatorEmail(), settings().operatorPassword()))
                .hasMessageMatching(".*\"(unauthorized|invalid)_client\".*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/", "/admin/master/console/", "/realms/master/account/"})
    void nobodyIsAskedToAdministerKeycloak(String path) throws Exception {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var page = client.send(
                    HttpRequest.newBuilder(URI.create(keycloak.url() + path)).build(), BodyHandlers.ofString());

            assertThat(page.body()).doesNotContainIgnoringCase("<form").doesNotContain("passwordConfirmation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-cli", "security-admin-console", "account-console"})
    void nobodySignsInToKeycloaksOwnRealm(String client) throws Exception {
        var query = "?response_type=code&scope=openid&client_id=%s&redirect_uri=%s"
                .formatted(
                        client, URLEncoder.encode(keycloak.url() + "/admin/master/console/", StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(
                    HttpRequest.newBuilder(
                                    URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/auth" + query))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(page.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(page.body()).doesNotContainIgnoringCase("<form");
        }
    }

    @Test
    void keepsPeopleWhenKilled() {
        var ines = person("ines");
        onTheWeb().register(ines, letters());

        keycloak.kill();
        assertThat(keycloak.alive()).isFalse();
        keycloak.restart();

        assertThat(onTheWeb().signIn(ines.email(), ines.password()).accessToken())
                .isNotBlank();
    }

    private static BrowserSignIn onTheWeb() {
        return BrowserSignIn.forWebClient(keycloak.issuerUri(), settings().publicUrl());
    }

    private static NewUser person(String name) {
        return new NewUser("Lea", "Martin", name + "@example.org", "A-long-enough-secret");
    }

    private static MailboxReader letters() {
        return email -> Arrays.stream(mail.getReceivedMessagesForDomain(email))
                .map(message -> CaughtMail.read(message).text())
                .toList();
    }
}
