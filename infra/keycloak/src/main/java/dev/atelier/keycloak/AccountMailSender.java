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
 * Mails to whoever owns an address. One that cannot be sent, or is one too many ({@link MailRateLimit}), shows in the log alone:
 * the page may not tell addresses apart.
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

    /** The link that proves the address and goes on where the registration was begun. */
    void prove(UserModel newcomer) {
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

    /** They have one, and how to get a new password. */
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

    /** Somebody asked for a new password of an account that is not there. */
    void noAccount(String email) {
        send(
                new UnknownUserAdapter(session, realm, email),
                mail -> mail.send("noAccountSubject", "no-account.ftl", new HashMap<>()));
    }

    private void send(UserModel to, MailTemplate mailTemplate) {
        if (!MailRateLimit.of(session).take(to.getEmail())) {
            log.info("An address has had its mails of this hour; one more is not sent.");
            return;
        }
        try {
            mailTemplate.sendWith(session.getProvider(EmailTemplateProvider.class)
                    .setAuthenticationSession(signIn)
                    .setRealm(realm)
                    .setUser(to));
        } catch (EmailException e) {
            log.error("A mail about an address could not be sent; its owner can ask again.", e);
        }
    }

    private interface MailTemplate {
        void sendWith(EmailTemplateProvider provider) throws EmailException;
    }
}
