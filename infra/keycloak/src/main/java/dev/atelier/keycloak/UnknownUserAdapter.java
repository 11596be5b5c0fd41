package dev.atelier.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/** The owner of an address that has no account: somebody to write to, and nothing else. */
final class UnknownUserAdapter extends AbstractInMemoryUserAdapter {
    UnknownUserAdapter(KeycloakSession session, RealmModel realm, String email) {
        super(session, realm, "nobody");
        setSingleAttribute(UserModel.EMAIL, email);
        setSingleAttribute(UserModel.USERNAME, email);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("nobody has no credentials");
    }
}
