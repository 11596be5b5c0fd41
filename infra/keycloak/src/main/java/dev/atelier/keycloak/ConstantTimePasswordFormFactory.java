package dev.atelier.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own page with {@link ConstantTimePasswordForm}: the same id, a higher order. */
public final class ConstantTimePasswordFormFactory extends UsernamePasswordFormFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new ConstantTimePasswordForm(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
