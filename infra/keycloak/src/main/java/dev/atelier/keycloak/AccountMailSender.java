package dev.atelier.keycloak;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends mails to the owner of an address. If a mail fails or exceeds the {@link MailRateLimit}, only the log shows it:
 * the page must not reveal whether an address has an account.
 */
final class AccountMailSender {
    private static final Logger log = Logger.getLogger(AccountMailSender.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel signIn;

    AccountMailSender(KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn) {
        this.session = session;
        this.realm = realm;
        this.signIn = signIn;
    }

    /** Sends the link that verifies the address and continues the registration where it was begun. */
    void sendVerification(UserModel newcomer) {
        var base = session.getContext().getUri();
        var seconds = realm.getActionTokenGeneratedByUserLifespan(VerifyEmailActionToken.TOKEN_TYPE);
        var client = signIn.getClient().getClientId();
        var token = new VerifyEmailActionToken(
                newcomer.getId(),
                Math.toIntExact(TimeUnit.MILLISECONDS.toSeconds(Time.currentTimeMillis()) + seconds),
                AuthenticationSessionCompoundId.fromAuthSession(signIn).getEncodedId(),
                newcomer.getEmail(),
                client);
        var link = Urls.actionTokenBuilder(
                        base.getBaseUri(),
                        token.serialize(session, realm, base),
                        client,
                        signIn.getTabId(),
                        AuthenticationProcessor.getClientData(session, signIn))
                .build(realm.getName())
                .toString();
        send(newcomer, mail -> mail.sendVerifyEmail(link, TimeUnit.SECONDS.toMinutes(seconds)));
    }

    /** Tells the owner that the address has an account, and how to get a new password. */
    void accountExists(String email) {
        var owner = session.users().getUserByEmail(realm, email);
        var link = LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
                .path(LoginActionsService.class, "resetCredentialsGET")
                .queryParam("client_id", signIn.getClient().getClientId())
                .build(realm.getName())
                .toString();
        send(
                Objects.requireNonNullElseGet(owner, () -> new UnknownUserAdapter(session, realm, email)),
                mail -> mail.send("accountExistsSubject", "account-exists.ftl", new HashMap<>(Map.of("link", link))));
    }

    /** Tells the owner that somebody requested a new password but the address has no account. */
    void noAccount(String email) {
        send(
                new UnknownUserAdapter(session, realm, email),
                mail -> mail.send("noAccountSubject", "no-account.ftl", new HashMap<>()));
    }

    private void send(UserModel to, MailTemplate mailTemplate) {
        if (!MailRateLimit.of(session).tryConsume(to.getEmail())) {
            log.info("A mail is not sent: its address has reached the limit of mails per hour.");
            return;
        }
        try {
            mailTemplate.sendWith(session.getProvider(EmailTemplateProvider.class)
                    .setAuthenticationSession(signIn)
                    .setRealm(realm)
                    .setUser(to));
        } catch (EmailException e) {
            log.error("A mail could not be sent; its recipient can request it again.", e);
        }
    }

    private interface MailTemplate {
        void sendWith(EmailTemplateProvider provider) throws EmailException;
    }
}
