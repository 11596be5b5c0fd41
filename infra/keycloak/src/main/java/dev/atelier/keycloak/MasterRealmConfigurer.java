package dev.atelier.keycloak;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Opens or closes Keycloak's own realm {@code master}, which has the administration console, at each start. It is
 * closed unless {@code ATELIER_KEYCLOAK_ADMIN_PASSWORD} is set: nobody can sign in to it, and its administrator has no
 * password. Because an administrator exists, Keycloak does not offer visitors to create the first one. No part of
 * Atelier signs in to this realm.
 */
final class MasterRealmConfigurer implements ProviderEventListener {
    private static final Logger log = Logger.getLogger(MasterRealmConfigurer.class);
    private static final String ADMIN = "admin";
    private static final int SHORTEST_PASSWORD = 12;

    private final @Nullable String password;

    /** Without a password, or with fewer than 12 characters, the realm is closed. */
    MasterRealmConfigurer(@Nullable String password) {
        this.password = password != null && password.length() >= SHORTEST_PASSWORD ? password : null;
        if (this.password == null && password != null && !password.isEmpty()) {
            log.errorf("ATELIER_KEYCLOAK_ADMIN_PASSWORD has fewer than %d characters.", SHORTEST_PASSWORD);
        }
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), this::update);
        }
    }

    private void update(KeycloakSession session) {
        var realm = session.realms().getRealmByName(Config.getAdminRealm());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        var admin = admin(session, realm);
        removePasswords(admin);
        if (password != null) {
            admin.credentialManager().updateCredential(UserCredentialModel.password(password));
            log.warnf("The realm %s is open: its administrator signs in as %s.", realm.getName(), ADMIN);
        }
        realm.setEnabled(password != null);
    }

    private static UserModel admin(KeycloakSession session, RealmModel realm) {
        var known = session.users().getUserByUsername(realm, ADMIN);
        var admin = known == null ? session.users().addUser(realm, ADMIN) : known;
        admin.setEnabled(true);
        admin.grantRole(realm.getRole(AdminRoles.ADMIN));
        return admin;
    }

    private static void removePasswords(UserModel admin) {
        var credentials = admin.credentialManager();
        credentials
                .getStoredCredentialsStream()
                .toList()
                .forEach(credential -> credentials.removeStoredCredentialById(credential.getId()));
    }
}
