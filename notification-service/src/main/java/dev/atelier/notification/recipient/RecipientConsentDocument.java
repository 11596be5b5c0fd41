package dev.atelier.notification.recipient;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether a user has consented to a purpose.
 *
 * @param id user and purpose
 * @param sequence sequence of the event, among all events about the user
 */
@TypeAlias("recipient-consent")
@Document("consents")
record RecipientConsentDocument(
        @Id @NotPersonal("ids") String id,
        UserId userId,
        ConsentPurpose purpose,

        @PersonalData(
                category = Category.PREFERENCE,
                purpose = "sends what the person agreed to and nothing else",
                basis = Basis.LEGAL_OBLIGATION,
                retention = "until the account is erased")
        boolean given,

        long sequence) {
    static String id(UserId person, ConsentPurpose purpose) {
        return person + "." + purpose;
    }
}
