package dev.atelier.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

/** Creates and updates accounts whose address is not verified yet. */
final class UnverifiedAccount {
    private UnverifiedAccount() {}

    /** Creates an account that cannot be used until its address is verified and its password is set. */
    static UserModel create(FormContext context, UserProfile profile) {
        var person = profile.create();
        person.setEnabled(true);
        person.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        person.setSingleAttribute(
                UserModel.LOCALE,
                context.getSession().getContext().resolveLocale(person).getLanguage());
        BusinessUseConfirmation.confirmed(person, now());
        return person;
    }

    /**
     * Updates the account of a user who registers again before verifying the address: the new values count. Returns
     * null for an account in use, which must be neither revealed nor changed.
     */
    static @Nullable UserModel updateIfUnverified(UserModel known, Attributes fields) {
        if (!known.isEnabled()
                || known.isEmailVerified()
                || known.credentialManager()
                        .getStoredCredentialsStream()
                        .findAny()
                        .isPresent()) {
            return null;
        }
        known.setFirstName(fields.getFirst(UserModel.FIRST_NAME));
        known.setLastName(fields.getFirst(UserModel.LAST_NAME));
        known.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        BusinessUseConfirmation.confirmed(known, now());
        return known;
    }

    /** Returns the time of Keycloak's own clock. */
    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
