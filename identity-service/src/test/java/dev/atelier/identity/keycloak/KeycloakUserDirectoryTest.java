package dev.atelier.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.account.AccountFixtures;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.account.DirectoryUser;
import dev.atelier.kit.problem.InvalidField;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.testkit.RealBackingServices;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class KeycloakUserDirectoryTest {
    @Autowired
    KeycloakUserDirectory users;

    @Autowired
    KeycloakSettings settings;

    @Autowired
    RestClient.Builder builder;

    @Test
    void findsPeopleButNeitherStrangersNorServices() {
        var lea = TestUserFactory.register("Lea", "Martin");

        assertThat(users.find(lea.id())).hasValueSatisfying(directoryUser -> {
            assertThat(directoryUser.particulars().firstName()).isEqualTo("Lea");
            assertThat(directoryUser.enabled()).isTrue();
        });
        assertThat(users.find(AccountFixtures.anyone())).isEmpty();
        assertThat(users.find(ourOwnServiceAccount())).isEmpty();
    }

    @Test
    void pagesHoldEveryoneOnce() {
        TestUserFactory.register("Noah", "Weber");
        TestUserFactory.register("Noor", "Haddad");

        var all = users.list(0, 1000).stream().map(DirectoryUser::id).toList();

        assertThat(all).hasSizeGreaterThan(2).doesNotHaveDuplicates().doesNotContain(ourOwnServiceAccount());
        assertThat(users.list(0, 1)).extracting(DirectoryUser::id).containsExactly(all.getFirst());
        assertThat(users.list(1, 1)).extracting(DirectoryUser::id).containsExactly(all.get(1));
        assertThat(users.list(all.size(), 1)).isEmpty();
    }

    @Test
    void aNameThatKeycloakDoesNotTakeIsTheFieldsFault() {
        var lea = TestUserFactory.register("Lea", "Martin");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> users.rename(lea.id(), "Lea", "Mar<tin"))
                .satisfies(refusal -> assertThat(refusal.details().get("errors"))
                        .isEqualTo(List.of(new InvalidField("lastName", "must be a name that Keycloak takes"))));
    }

    @Test
    void anotherSecretThanKeycloaksIsNoAnswer() {
        assertUnavailable(settings.url(), "not-the-secret");
    }

    @Test
    void nobodyThereIsNoAnswer() {
        assertUnavailable(URI.create("http://127.0.0.1:1"), settings.clientSecret());
    }

    private void assertUnavailable(URI url, String secret) {
        var other = new KeycloakSettings(
                url,
                settings.realm(),
                settings.clientId(),
                secret,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofDays(7),
                Duration.ofHours(1),
                100);
        var elsewhere = new KeycloakUserDirectory(new KeycloakAdminClient(builder, other, Clock.systemUTC()));

        assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(() -> elsewhere.list(0, 1));
    }

    /** Returns the subject of the service's own token. */
    private UserId ourOwnServiceAccount() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        var answer = builder.build()
                .post()
                .uri(RealBackingServices.keycloak().issuerUri() + "/protocol/openid-connect/token")
                .body(form)
                .retrieve()
                .requiredBody(JsonNode.class);
        return TestUserFactory.subjectOf(answer.path("access_token").asString());
    }
}
