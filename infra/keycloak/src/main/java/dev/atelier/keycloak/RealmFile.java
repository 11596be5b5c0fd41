package dev.atelier.keycloak;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * The file {@code atelier-realm.json} of this version.
 *
 * @param version changes with the file's content and with {@link RealmFlows#VERSION}
 */
record RealmFile(RealmRepresentation realm, String version) {
    static RealmFile read() {
        try (var in = RealmFile.class.getResourceAsStream("atelier-realm.json")) {
            var content = Objects.requireNonNull(in, "the jar lacks atelier-realm.json")
                    .readAllBytes();
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new RealmFile(
                    JsonSerialization.readValue(content, RealmRepresentation.class),
                    HexFormat.of().formatHex(digest, 0, 8) + "-" + RealmFlows.VERSION);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("atelier-realm.json cannot be read", e);
        }
    }
}
