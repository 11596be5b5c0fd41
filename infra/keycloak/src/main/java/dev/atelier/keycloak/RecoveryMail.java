package dev.atelier.keycloak;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * The mail with which somebody gets back in. Keycloak's own sends none to an address without an account, which takes less
 * time and so tells; this one writes to both.
 */
public final class RecoveryMail extends ResetCredentialEmail {
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
        if (context.getUser() != null) {
            super.authenticate(context);
            return;
        }
        var session = context.getAuthenticationSession();
        var typed = session.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        if (typed != null && Validation.isEmailValid(typed)) {
            new AddressMails(context.getSession(), context.getRealm(), session).noAccount(typed);
        }
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }
}
