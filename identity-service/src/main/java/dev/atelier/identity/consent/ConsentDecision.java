package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's decision on a purpose. Decisions are only added; the newest of a purpose is in force.
 *
 * @param id the person and the number, so that two concurrent decisions cannot get the same number
 * @param number among all decisions of the person, from 1, without gaps
 * @param version among those on this purpose, from 1, without gaps
 * @param policyVersion the version of the text that was shown
 */
@TypeAlias("consent-decision")
@Document("consents")
@CompoundIndex(name = "history", def = "{'userId': 1, 'number': -1}", unique = true)
@CompoundIndex(name = "purposes", def = "{'userId': 1, 'purpose': 1, 'version': -1}", unique = true)
record ConsentDecision(
        @Id @NotPersonal("ids") String id,
        UserId userId,
        long number,
        ConsentPurpose purpose,
        long version,

        @PersonalData(
                category = Category.PREFERENCE,
                purpose = "does what the person agreed to and nothing else, and proves it",
                basis = Basis.LEGAL_OBLIGATION,
                retention = "until the account is erased")
        boolean given,

        @NotPersonal("a version's name") String policyVersion,
        ConsentSource source,
        Instant at) {

    static ConsentDecision of(
            UserId person, long number, ConsentPurpose purpose, long version, SetConsentRequest change, Instant now) {
        return new ConsentDecision(
                person + "." + number,
                person,
                number,
                purpose,
                version,
                change.given(),
                change.policyVersion(),
                change.source(),
                now);
    }
}
