package dev.atelier.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

/** Accounts whose address nobody has proved yet. */
final class UnverifiedAccount {
    private UnverifiedAccount() {}

    /** A new account that can do nothing until its address is proved and its password chosen. */
    static UserModel registered(FormContext context, UserProfile profile) {
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
     * Somebody registers a second time before they proved their address: what they say now counts. Null for everybody who has
     * an account in use, of which nothing may be said or changed.
     */
    static @Nullable UserModel again(UserModel known, Attributes fields) {
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

    /** Keycloak's own clock. */
    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
