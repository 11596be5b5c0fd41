package dev.atelier.identity.addresschange;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The hourly limit of address changes is reached, for this person or this address. */
@ProblemType("too-many-address-changes")
final class TooManyAddressChanges extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyAddressChanges(int limit, Duration wait) {
        super(
                RefusalReason.LIMITED,
                "A change of address was asked for often within an hour. Wait a while.",
                Map.of("limit", limit),
                wait);
    }
}
