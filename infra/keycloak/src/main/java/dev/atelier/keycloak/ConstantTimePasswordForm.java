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
 * The login page. Keycloak hashes something for an address that nobody has, but answers at once for an account that is locked,
 * has no password yet, or is tried with none: whoever measures would know that it is there. Here each answer costs a hash.
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
        if (answeredWithoutHash(context, user, fields.getFirst("password"))) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, fields, clearUser);
    }

    private static boolean answeredWithoutHash(
            AuthenticationFlowContext context, UserModel user, @Nullable String password) {
        return password == null
                || password.isEmpty()
                || AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) != null
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }
}
