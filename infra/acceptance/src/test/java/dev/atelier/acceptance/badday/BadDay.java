package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.load.LoadSettings;
import dev.atelier.reckoning.Shift;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A shift at work on the running system while something bad happens to it. */
final class BadDay {
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final int CREWS = 2;
    private static final AtomicInteger DAYS = new AtomicInteger();

    private BadDay() {}

    /** What happens. */
    interface Misfortune {
        void befall(LocalStack stack, Shift shift) throws Exception;
    }

    /** Lets it happen to people at work, and demands that the reckoning balances afterwards. */
    static Shift.Outcome survived(Duration thinking, Misfortune misfortune) throws Exception {
        var stack = RunningSystem.get().stack();
        try (var shift = begin(stack, thinking)) {
            misfortune.befall(stack, shift);
            var outcome = shift.end(SETTLING);
            assertThat(outcome).as(outcome.toString()).matches(Shift.Outcome::good, "balances");
            return outcome;
        }
    }

    private static Shift begin(LocalStack stack, Duration thinking) throws IOException {
        int day = DAYS.incrementAndGet();
        return Shift.begin(stack, "day" + day + "n", CREWS, thinking, LoadSettings.usual(day));
    }
}
