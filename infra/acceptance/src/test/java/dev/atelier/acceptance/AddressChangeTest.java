package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A user changes their e-mail address, in the app and with two mails. */
class AddressChangeTest {
    private static final String CHANGES = "/api/me/address-changes";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PROOF = Pattern.compile("/address#token=([\\w-]+)");
    private static final Pattern INVITATION = Pattern.compile("/invitations#token=([\\w-]+)");

    private final RunningSystem system = RunningSystem.get();
    private final BrowserSignIn pages =
            BrowserSignIn.forCommandLine(system.stack().issuerUri());
    private final String old = "ada." + UUID.randomUUID() + "@bakery.example";
    private final String wanted = "ada." + UUID.randomUUID() + "@mill.example";
    private final NewUser account = new NewUser("Ada", "Address", old, "A-long-enough-secret-1");
    private final ApiClient ada = with(pages.register(account, system.stack().mails()));

    @Test
    void theNewAddressIsTheirsOnceTheyHaveUsedItsLinkAndTheOldOneIsTold() {
        ada.post(CHANGES, Map.of("email", wanted)).expect(202);
        var token = tokenMailedTo(wanted, PROOF);
        assertThat(ada.get("/api/me").text("email")).as("nothing yet").isEqualTo(old);

        ada.post(CHANGES + "/confirm", Map.of("token", token)).expect(204);

        assertThat(ada.get("/api/me").text("email")).isEqualTo(wanted);
        await("the old address is told")
                .atMost(PATIENCE)
                .until(() -> texts(old).stream().anyMatch(text -> text.contains("another e-mail address")));
        var again = with(pages.signIn(wanted, account.password()));
        assertThat(again.get("/api/me").text("id")).isEqualTo(ada.get("/api/me").text("id"));
        assertThatThrownBy(() -> pages.signIn(old, account.password())).isInstanceOf(SignInFailed.class);
        ada.post(CHANGES + "/confirm", Map.of("token", token)).expect(410);
        ada.get("/api/workspaces").expect(200);
    }

    @Test
    void theNewAddressIsInvitedUnderItAtOnce() {
        ada.post(CHANGES, Map.of("email", wanted)).expect(202);
        ada.post(CHANGES + "/confirm", Map.of("token", tokenMailedTo(wanted, PROOF)))
                .expect(204);
        var host = system.register("Hugo", "Host");
        var workspace = system.testData().workspace(host, "Mill");
        host.person()
                .post("/api/workspaces/" + workspace + "/invitations", Map.of("email", wanted))
                .expect(201);

        var token = Map.of("token", tokenMailedTo(wanted, INVITATION));
        await("workspace-service knows the new address")
                .atMost(PATIENCE)
                .until(() -> ada.post("/api/invitations/accept", token).status() == 200);
    }

    @Test
    void whoeverHasTheAddressMeanwhileKeepsItAndNobodyLearnsOfItByAsking() {
        var other = system.register("Olaf", "Other");
        ada.post(CHANGES, Map.of("email", other.email())).expect(202);

        var refused = ada.post(CHANGES + "/confirm", Map.of("token", tokenMailedTo(other.email(), PROOF)))
                .expect(409);

        assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:address-taken");
        assertThat(ada.get("/api/me").text("email")).isEqualTo(old);
        assertThat(other.person().get("/api/me").text("email")).isEqualTo(other.email());
    }

    private String tokenMailedTo(String email, Pattern link) {
        return await("the mail with the link")
                .atMost(PATIENCE)
                .until(
                        () -> texts(email).stream()
                                .flatMap(text -> link.matcher(text).results())
                                .map(found -> found.group(1))
                                .reduce("", (first, next) -> next),
                        token -> !token.isEmpty());
    }

    private List<String> texts(String email) {
        return system.stack().mails().textsTo(email);
    }

    private ApiClient with(OAuthTokens tokens) {
        return new ApiClient("Ada", new ApiTransport(system.stack().gateway()), tokens::accessToken);
    }
}
