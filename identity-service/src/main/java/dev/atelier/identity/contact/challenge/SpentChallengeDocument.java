package dev.atelier.identity.contact.challenge;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A used challenge; kept until it would have expired. */
@TypeAlias("spent-challenge")
@Document("spentChallenges")
record SpentChallengeDocument(
        @Id UUID nonce, @Indexed(expireAfter = "0s") Instant expires) {}
