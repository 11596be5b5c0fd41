package dev.atelier.keycloak;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The login page. Keycloak computes a hash for an unknown address, but answers at once if the account is locked, has no
 * password yet or no password was entered: response times would reveal that the account exists. Here every answer costs
 * one hash.
 */
final class ConstantTimePasswordForm extends UsernamePasswordForm {
    ConstantTimePasswordForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> fields,
            boolean clearUser) {
        if (skipsHash(context, user, fields.getFirst("password"))) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, fields, clearUser);
    }

    private static boolean skipsHash(AuthenticationFlowContext context, UserModel user, @Nullable String password) {
        return password == null
                || password.isEmpty()
                || AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) != null
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }
}
