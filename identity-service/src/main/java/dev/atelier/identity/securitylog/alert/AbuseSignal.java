package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that is harmless once, but not when repeated often.
 *
 * @param userId the account that did it; null where it is counted by network
 * @param network the network it came from; null where it is counted by account
 * @param what identifies the act: the same one counts once
 */
public record AbuseSignal(
        SecurityAlertKind alarm,
        @Nullable UserId userId,
        @Nullable String network,
        String what,
        Instant at) {
    /** A failed sign-in from a network at an account. */
    public static AbuseSignal sprayed(String network, String account, Instant at) {
        return new AbuseSignal(SecurityAlertKind.PASSWORD_SPRAYING, null, network, account, at);
    }

    /** An act of an account. */
    public static AbuseSignal done(SecurityAlertKind securityAlertKind, UserId by, String what, Instant at) {
        return new AbuseSignal(securityAlertKind, by, null, what, at);
    }

    /** Returns the counter's id. */
    String key() {
        return alarm + " " + (userId == null ? network : userId);
    }
}
