package dev.atelier.notification.mail;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A security alarm and the mail that tells operators of it.
 *
 * @param digest the number of that mail
 * @param userId null where no account did it
 */
@TypeAlias("security-alarm")
@Document("securityAlarms")
@CompoundIndex(name = "of-a-digest", def = "{digest: 1, _id: 1}")
record SecurityAlarmDocument(
        @Id SecurityAlertId id,
        long digest,
        SecurityAlertKind kind,
        SecurityAlertSeverity severity,
        @Nullable UserId userId,
        @Indexed(expireAfter = "90d") Instant raisedAt) {}
