package dev.atelier.keycloak.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Registers {@link UserSessionsResource} under {@code /admin/realms/<realm>/atelier-sessions}. */
public final class UserSessionsResourceFactory
        implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {
    @Override
    public String getId() {
        return "atelier-sessions";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator rights, AdminEventBuilder event) {
        return new UserSessionsResource(session, realm, rights);
    }

    @Override
    public void init(Config.Scope config) {
        // Has no settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs no preparation.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
