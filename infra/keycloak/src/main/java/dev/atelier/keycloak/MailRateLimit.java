package dev.atelier.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Allows five mails per hour and address, so that nobody can flood another person through our pages; applies across a
 * cluster.
 */
record MailRateLimit(SingleUseObjectProvider taken) {
    private static final int MAILS = 5;
    private static final long SECONDS = 3600;

    static MailRateLimit of(KeycloakSession session) {
        return new MailRateLimit(session.singleUseObjects());
    }

    /** Counts a mail and returns whether it may be sent. */
    boolean tryConsume(String email) {
        var address = hash(email.toLowerCase(Locale.ROOT));
        return IntStream.range(0, MAILS)
                .anyMatch(number -> taken.putIfAbsent("atelier-mail-" + address + "-" + number, SECONDS));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
