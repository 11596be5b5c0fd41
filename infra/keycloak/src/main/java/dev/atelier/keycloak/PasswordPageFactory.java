package dev.atelier.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Puts {@link PasswordPage} in the place of Keycloak's own page: the same id, a higher order. */
public final class PasswordPageFactory extends UsernamePasswordFormFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordPage(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
