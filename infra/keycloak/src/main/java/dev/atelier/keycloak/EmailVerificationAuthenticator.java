package dev.atelier.keycloak;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The page after registration, which asks everybody to check their mail. The mail to a new user has the link that
 * verifies the address and leads to the password; only the mail to a user with an account tells that the account
 * exists.
 */
final class EmailVerificationAuthenticator implements Authenticator {
    private static final String EMAIL = "atelier.email";
    private static final String NEWCOMER = "atelier.newcomer";
    private static final String TOLD = "atelier.told";

    /** Stores which address is to be verified; {@code newcomer} is null if the address has an account already. */
    static void expect(AuthenticationSessionModel session, String email, @Nullable UserModel newcomer) {
        session.setAuthNote(EMAIL, email);
        session.removeAuthNote(TOLD);
        if (newcomer == null) {
            session.removeAuthNote(NEWCOMER);
        } else {
            session.setAuthNote(NEWCOMER, newcomer.getId());
        }
    }

    /** Also called when the page is reloaded, which sends no further mail. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var session = context.getAuthenticationSession();
        if (!"yes".equals(session.getAuthNote(TOLD))) {
            sendMail(context);
            session.setAuthNote(TOLD, "yes");
        }
        show(context);
    }

    /** Handles the page's link that sends the mail again. */
    @Override
    public void action(AuthenticationFlowContext context) {
        sendMail(context);
        show(context);
    }

    private static void sendMail(AuthenticationFlowContext context) {
        var session = context.getAuthenticationSession();
        var email = Objects.requireNonNull(session.getAuthNote(EMAIL));
        var mails = new AccountMailSender(context.getSession(), context.getRealm(), session);
        var newcomer = session.getAuthNote(NEWCOMER);
        if (newcomer == null) {
            mails.accountExists(email);
        } else {
            mails.sendVerification(
                    Objects.requireNonNull(context.getSession().users().getUserById(context.getRealm(), newcomer)));
        }
    }

    private static void show(AuthenticationFlowContext context) {
        context.challenge(context.form()
                .setAttribute("verifyEmail", context.getAuthenticationSession().getAuthNote(EMAIL))
                .createForm("login-verify-email.ftl"));
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Requires no actions.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
