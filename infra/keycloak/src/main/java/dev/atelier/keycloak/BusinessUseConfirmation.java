package dev.atelier.keycloak;

import java.time.Instant;
import org.keycloak.models.UserModel;

/** What everybody confirms at registration: an adult, for business (I1). It is kept with the account, with its time and text. */
final class BusinessUseConfirmation {
    /** The field of the page. */
    static final String FIELD = "businessUse";

    /** Which text is shown: {@code businessUse.<version>} in the theme's messages. A changed text gets the next one. */
    static final String VERSION = "1";

    /** When it was confirmed, RFC 3339. */
    static final String CONFIRMED_AT = "businessUseConfirmedAt";

    /** Which text was confirmed. */
    static final String TEXT_VERSION = "businessUseTextVersion";

    private BusinessUseConfirmation() {}

    static void confirmed(UserModel person, Instant now) {
        person.setSingleAttribute(CONFIRMED_AT, now.toString());
        person.setSingleAttribute(TEXT_VERSION, VERSION);
    }
}
