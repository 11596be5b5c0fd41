package dev.atelier.identity.contact.ratelimit;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A request that counts against a rate limit, for an hour. */
@TypeAlias("contact-attempt")
@Document("contactTries")
@CompoundIndex(name = "byWho", def = "{'of': 1, 'who': 1, 'at': 1}")
record ContactAttemptDocument(
        @Id UUID id,
        ContactRateLimit.RateLimitSubject of,

        @PersonalData(
                category = Category.TECHNICAL,
                purpose = "limits how much is written from one address or in one name",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "one hour")
        String who,

        @Indexed(expireAfter = "1h") Instant at) {}
