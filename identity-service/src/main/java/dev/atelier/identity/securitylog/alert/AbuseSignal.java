package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is honest once, and not if it happens often.
 *
 * @param userId the account that did it; null where a network did
 * @param network the network it came from; null where an account did it
 * @param what tells it from others: the same seen again counts once
 */
public record AbuseSignal(
        SecurityAlertKind alarm,
        @Nullable UserId userId,
        @Nullable String network,
        String what,
        Instant at) {
    /** An account at which a sign-in from this network failed. */
    public static AbuseSignal sprayed(String network, String account, Instant at) {
        return new AbuseSignal(SecurityAlertKind.PASSWORD_SPRAYING, null, network, account, at);
    }

    /** Something that an account did. */
    public static AbuseSignal done(SecurityAlertKind securityAlertKind, UserId by, String what, Instant at) {
        return new AbuseSignal(securityAlertKind, by, null, what, at);
    }

    /** Who is counted, for what. */
    String key() {
        return alarm + " " + (userId == null ? network : userId);
    }
}
