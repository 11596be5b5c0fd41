package dev.atelier.notification.mail;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The newest mail with security alarms; there is one such document. Its version lets alarms of the same moment agree on one mail.
 *
 * @param number of the mail, from 1
 * @param dueAt when it goes out; alarms until shortly before come with it
 */
@TypeAlias("alarm-digest")
@Document("alarmDigests")
record AlarmDigestDocument(
        @Id @NotPersonal("a constant") String id,
        @Version @Nullable Long version,
        long number,
        Instant dueAt) {
    static final String ID = "operators";

    /** So long before a mail is written, it takes no alarm in any more. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    static AlarmDigestDocument first(Instant now) {
        return new AlarmDigestDocument(ID, null, 1, now);
    }

    boolean takesMore(Instant now) {
        return dueAt.minus(MARGIN).isAfter(now);
    }

    /** At once where the last one is long past. */
    AlarmDigestDocument next(Instant now, Duration pause) {
        var earliest = dueAt.plus(pause);
        return new AlarmDigestDocument(id, version, number + 1, earliest.isAfter(now) ? earliest : now);
    }
}
