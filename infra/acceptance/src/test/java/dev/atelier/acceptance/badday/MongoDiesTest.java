package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** mongod dies and comes back. */
class MongoDiesTest {
    private static final Duration THINKING = Duration.ofMillis(200);

    @Test
    void everyAcknowledgedWriteIsThereAndPeopleAreToldToWait() throws Exception {
        var outcome = BadDay.survived(THINKING, (stack, shift) -> {
            for (var times = 0; times < 3; times++) {
                shift.load().goesOn(20);
                stack.outage("mongodb").close();
            }
            shift.load().goesOn(20);
        });
        assertThat(outcome.ledger().refusals().keySet())
                .allMatch(refusal -> refusal.startsWith("503 ") || refusal.startsWith("504 "));
    }
}
