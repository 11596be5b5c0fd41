package dev.atelier.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.backing.signin.Person;
import dev.atelier.backing.signin.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@RealKeycloak
@SpringJUnitConfig(RealKeycloakTest.Nothing.class)
@TestPropertySource(properties = "spring.application.name=report-service")
class RealKeycloakTest {
    @Value("${atelier.issuer-uri}")
    String issuer;

    @Value("${atelier.client-secret}")
    String secret;

    @Test
    void peopleRegisterAndSignIn() {
        var lea = new Person("Lea", "Martin", "lea@example.org", "A-long-enough-secret");
        var signIn = SignIn.atTheCommandLine(issuer);
        signIn.register(lea, RealParts.letters());

        assertThat(signIn.signIn(lea.email(), lea.password()).accessToken()).isNotBlank();
    }

    @Test
    void theServiceKnowsItsSecret() {
        assertThat(secret).isEqualTo(RealParts.realm().clientSecret("report-service"));
    }

    static class Nothing {}
}
