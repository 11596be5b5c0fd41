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
 * The page after registration, the same for everybody: look into your mail. A newcomer's mail has the link that proves the
 * address and goes on to the password; somebody who has an account is told so there, and nowhere else.
 */
final class EmailVerificationAuthenticator implements Authenticator {
    private static final String EMAIL = "atelier.email";
    private static final String NEWCOMER = "atelier.newcomer";
    private static final String TOLD = "atelier.told";

    /** Says whose address is to be proved; {@code newcomer} is null where there is an account already. */
    static void expect(AuthenticationSessionModel session, String email, @Nullable UserModel newcomer) {
        session.setAuthNote(EMAIL, email);
        session.removeAuthNote(TOLD);
        if (newcomer == null) {
            session.removeAuthNote(NEWCOMER);
        } else {
            session.setAuthNote(NEWCOMER, newcomer.getId());
        }
    }

    /** Also when the page is loaded again, which sends nothing. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var session = context.getAuthenticationSession();
        if (!"yes".equals(session.getAuthNote(TOLD))) {
            tell(context);
            session.setAuthNote(TOLD, "yes");
        }
        show(context);
    }

    /** The link of the page: send it again. */
    @Override
    public void action(AuthenticationFlowContext context) {
        tell(context);
        show(context);
    }

    private static void tell(AuthenticationFlowContext context) {
        var session = context.getAuthenticationSession();
        var email = Objects.requireNonNull(session.getAuthNote(EMAIL));
        var mails = new AccountMailSender(context.getSession(), context.getRealm(), session);
        var newcomer = session.getAuthNote(NEWCOMER);
        if (newcomer == null) {
            mails.accountExists(email);
        } else {
            mails.prove(Objects.requireNonNull(context.getSession().users().getUserById(context.getRealm(), newcomer)));
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
        // None.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
