package dev.atelier.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/** The owner of an address that has no account: can only be the recipient of a mail. */
final class UnknownUserAdapter extends AbstractInMemoryUserAdapter {
    UnknownUserAdapter(KeycloakSession session, RealmModel realm, String email) {
        super(session, realm, "nobody");
        setSingleAttribute(UserModel.EMAIL, email);
        setSingleAttribute(UserModel.USERNAME, email);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("an unknown user has no credentials");
    }
}
