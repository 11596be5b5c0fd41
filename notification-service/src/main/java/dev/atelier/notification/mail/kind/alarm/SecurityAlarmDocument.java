package dev.atelier.notification.mail.kind.alarm;

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
 * A security alarm and the digest mail that reports it to the operators.
 *
 * @param digest number of the digest mail
 * @param userId null if no account caused the alarm
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
