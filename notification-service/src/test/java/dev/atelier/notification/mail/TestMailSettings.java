package dev.atelier.notification.mail;

import java.time.Duration;
import java.util.List;

/** Settings for tests without Spring. */
public final class TestMailSettings {
    private TestMailSettings() {}

    public static MailSettings claimedFor(Duration claim) {
        return new MailSettings(
                "atelier@localhost.localdomain",
                claim,
                List.of(Duration.ofSeconds(5)),
                1,
                10,
                500,
                List.of(),
                "en",
                Duration.ofMinutes(15));
    }
}
