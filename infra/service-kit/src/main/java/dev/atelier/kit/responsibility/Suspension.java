package dev.atelier.kit.responsibility;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The suspension of a document that acts for a member.
 *
 * @param at since when
 * @param of the member who was responsible
 * @param reason what happened to the membership or account
 */
public record Suspension(Instant at, UserId of, SuspensionReason reason) {
    /** Reasons that end when the account is active again; the others last until somebody takes the document over. */
    static final Set<SuspensionReason> PASSING =
            EnumSet.of(SuspensionReason.ACCOUNT_DEACTIVATED, SuspensionReason.ACCOUNT_HELD);
}
