package dev.atelier.kit.responsibility;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A thing that acts for nobody at present.
 *
 * @param at since when
 * @param of the member who was responsible
 * @param reason what became of them
 */
public record Suspension(Instant at, UserId of, SuspensionReason reason) {
    /** Those that end when the account is open again; the others last until somebody takes the thing over. */
    static final Set<SuspensionReason> PASSING =
            EnumSet.of(SuspensionReason.ACCOUNT_DEACTIVATED, SuspensionReason.ACCOUNT_HELD);
}
