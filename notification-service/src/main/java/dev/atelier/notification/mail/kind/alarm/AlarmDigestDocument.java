package dev.atelier.notification.mail.kind.alarm;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The newest mail with security alarms. Only one such document exists. Its version makes concurrent alarms agree on one
 * mail.
 *
 * @param number number of the mail, from 1
 * @param dueAt when the mail is sent; it contains the alarms raised until 5 seconds before
 */
@TypeAlias("alarm-digest")
@Document("alarmDigests")
record AlarmDigestDocument(
        @Id @NotPersonal("a constant") String id,
        @Version @Nullable Long version,
        long number,
        Instant dueAt) {
    static final String ID = "operators";

    /** The digest accepts no more alarms when it is due within this time. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    static AlarmDigestDocument first(Instant now) {
        return new AlarmDigestDocument(ID, null, 1, now);
    }

    boolean takesMore(Instant now) {
        return dueAt.minus(MARGIN).isAfter(now);
    }

    /** Returns the next digest. It is due now if the pause since the last one is over. */
    AlarmDigestDocument next(Instant now, Duration pause) {
        var earliest = dueAt.plus(pause);
        return new AlarmDigestDocument(id, version, number + 1, earliest.isAfter(now) ? earliest : now);
    }
}
