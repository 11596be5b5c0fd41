package dev.atelier.kit.web.idempotency;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a request was answered. */
@Document("idempotencyKeys")
record Answer(
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
        return print(key.scope() + "\n" + key.value());
    }

    static String print(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
