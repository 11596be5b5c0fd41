package dev.atelier.keycloak;

import java.time.Instant;
import org.keycloak.models.UserModel;

/**
 * What every user confirms at registration: being an adult and using Atelier for business. The time and the
 * version of the text are stored with the account.
 */
final class BusinessUseConfirmation {
    /** The name of the form field. */
    static final String FIELD = "businessUse";

    /**
     * The version of the shown text, {@code businessUse.<version>} in the theme's messages. A changed text gets the
     * next number.
     */
    static final String VERSION = "1";

    /** User attribute: when it was confirmed, RFC 3339. */
    static final String CONFIRMED_AT = "businessUseConfirmedAt";

    /** User attribute: which version of the text was confirmed. */
    static final String TEXT_VERSION = "businessUseTextVersion";

    private BusinessUseConfirmation() {}

    static void confirmed(UserModel person, Instant now) {
        person.setSingleAttribute(CONFIRMED_AT, now.toString());
        person.setSingleAttribute(TEXT_VERSION, VERSION);
    }
}
