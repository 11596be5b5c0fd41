package dev.atelier.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@RealKeycloak
@SpringJUnitConfig(RealKeycloakTest.KeycloakConfiguration.class)
@TestPropertySource(properties = "spring.application.name=report-service")
class RealKeycloakTest {
    @Value("${atelier.issuer-uri}")
    String issuer;

    @Value("${atelier.client-secret}")
    String secret;

    @Test
    void peopleRegisterAndSignIn() {
        var lea = new NewUser("Lea", "Martin", "lea@example.org", "A-long-enough-secret");
        var signIn = BrowserSignIn.forCommandLine(issuer);
        signIn.register(lea, RealBackingServices.mailboxReader());

        assertThat(signIn.signIn(lea.email(), lea.password()).accessToken()).isNotBlank();
    }

    @Test
    void theServiceKnowsItsSecret() {
        assertThat(secret).isEqualTo(RealBackingServices.realm().clientSecret("report-service"));
    }

    static class KeycloakConfiguration {}
}
