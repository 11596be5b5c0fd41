package dev.atelier.kit.idempotency;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.kit.crypto.Sha256;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The stored response of a request. */
@TypeAlias("idempotent-response")
@Document("idempotencyKeys")
record IdempotentResponseDocument(
        @Id @NotPersonal("a hash") String id,
        @NotPersonal("a hash") String request,

        @PersonalData(
                category = PersonalData.Category.CONTENT,
                purpose = "answering a repeated request as the first",
                basis = PersonalData.Basis.CONTRACT,
                retention = "24 hours")
        String response,

        Instant expires) {
    static String id(IdempotencyKey key) {
        return hash(key.scope() + "\n" + key.value());
    }

    static String hash(String text) {
        return Sha256.hex(text);
    }
}
