package dev.atelier.keycloak;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends the mail for resetting a password. Keycloak's own authenticator sends none to an address without an account,
 * which takes less time and so reveals it; this one sends a mail in both cases, within the {@link MailRateLimit}.
 */
public final class ResetCredentialMailAuthenticator extends ResetCredentialEmail {
    static final String ID = "atelier-recovery-mail";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Atelier: recovery mail to every address";
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var user = context.getUser();
        var session = context.getAuthenticationSession();
        if (user != null && isMailLink(session)) {
            super.authenticate(context);
            return;
        }
        var typed = session.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        if (user == null && typed != null && Validation.isEmailValid(typed)) {
            new AccountMailSender(context.getSession(), context.getRealm(), session).noAccount(typed);
        } else if (user != null && MailRateLimit.of(context.getSession()).tryConsume(user.getEmail())) {
            super.authenticate(context);
            return;
        }
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    private static boolean isMailLink(AuthenticationSessionModel session) {
        return session.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID) != null;
    }
}
