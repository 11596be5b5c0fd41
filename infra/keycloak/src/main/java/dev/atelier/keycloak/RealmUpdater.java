package dev.atelier.keycloak;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * Applies {@code atelier-realm.json} to the realm, at each start at which the file differs from the one applied last:
 * an older installation gets the new settings and keeps its users, keys and secrets. A new realm was imported just
 * before and gets its flows here.
 */
final class RealmUpdater implements ProviderEventListener {
    private static final Logger log = Logger.getLogger(RealmUpdater.class);
    private static final String REALM = "atelier";
    private static final String APPLIED_VERSION = "atelier.realm";
    private static final String USER_PROFILE = "org.keycloak.userprofile.UserProfileProvider";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), RealmUpdater::update);
        }
    }

    private static void update(KeycloakSession session) {
        var realm = session.realms().getRealmByName(REALM);
        if (realm == null) {
            return;
        }
        var file = RealmFile.read();
        if (file.version().equals(realm.getAttribute(APPLIED_VERSION))) {
            return;
        }
        session.getContext().setRealm(realm);
        settings(session, realm, file.realm());
        profile(session, file.realm());
        applyMobileClient(realm, file.realm());
        RealmFlows.bind(realm);
        if (realm.getAttribute(APPLIED_VERSION) == null) {
            requirePasswordChange(session, realm);
        }
        realm.setAttribute(APPLIED_VERSION, file.version());
        log.infof("Realm %s was updated to the settings of version %s.", REALM, file.version());
    }

    /**
     * In a new realm, the person who set the first operator's password knows it until the operator has chosen another
     * one.
     */
    private static void requirePasswordChange(KeycloakSession session, RealmModel realm) {
        if (!"false".equals(System.getenv("ATELIER_OPERATOR_PASSWORD_TEMPORARY"))) {
            session.users()
                    .getRoleMembersStream(realm, realm.getRole("operator"))
                    .forEach(operator -> operator.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD));
        }
    }

    /** Applies all top-level settings of the file that contain no variable. */
    private static void settings(KeycloakSession session, RealmModel realm, RealmRepresentation file) {
        var settings = copy(file);
        settings.setSmtpServer(null);
        settings.setClients(null);
        settings.setRoles(null);
        settings.setUsers(null);
        settings.setComponents(null);
        settings.setAttributes(null);
        RepresentationToModel.updateRealm(settings, realm, session);
        own(file.getAttributes()).forEach(realm::setAttribute);
    }

    private static void profile(KeycloakSession session, RealmRepresentation file) {
        var config = Objects.requireNonNull(file.getComponents())
                .getFirst(USER_PROFILE)
                .getConfig()
                .getFirst("kc.user.profile.config");
        try {
            session.getProvider(UserProfileProvider.class)
                    .setConfiguration(JsonSerialization.readValue(config, UPConfig.class));
        } catch (IOException e) {
            throw new IllegalStateException("the user profile in atelier-realm.json cannot be read", e);
        }
    }

    /** Updates the only client whose redirect addresses are the same in every installation. */
    private static void applyMobileClient(RealmModel realm, RealmRepresentation file) {
        var client = realm.getClientByClientId("atelier-mobile");
        for (var own : file.getClients()) {
            if (client != null && own.getClientId().equals(client.getClientId())) {
                client.setRedirectUris(Set.copyOf(own.getRedirectUris()));
                own.getAttributes().forEach(client::setAttribute);
            }
        }
    }

    private static Map<String, String> own(@Nullable Map<String, String> attributes) {
        return attributes == null ? Map.of() : attributes;
    }

    private static RealmRepresentation copy(RealmRepresentation file) {
        try {
            return JsonSerialization.readValue(JsonSerialization.writeValueAsBytes(file), RealmRepresentation.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
