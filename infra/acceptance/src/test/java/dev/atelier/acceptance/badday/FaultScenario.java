package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.consistency.LoadRun;
import dev.atelier.load.LoadProfile;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs load on the system while a fault happens, and checks consistency afterwards. */
final class FaultScenario {
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final int CREWS = 2;
    private static final AtomicInteger DAYS = new AtomicInteger();

    private FaultScenario() {}

    /** The fault. */
    interface FaultInjection {
        void befall(LocalStack stack, LoadRun loadRun) throws Exception;
    }

    /** Injects the fault under load and fails unless the data is consistent afterwards. */
    static LoadRun.LoadRunResult requireConsistent(Duration thinking, FaultInjection faultInjection) throws Exception {
        var stack = RunningSystem.get().stack();
        try (var loadRun = begin(stack, thinking)) {
            faultInjection.befall(stack, loadRun);
            var loadRunResult = loadRun.end(SETTLING);
            assertThat(loadRunResult).as(loadRunResult.toString()).matches(LoadRun.LoadRunResult::good, "balances");
            return loadRunResult;
        }
    }

    private static LoadRun begin(LocalStack stack, Duration thinking) throws IOException {
        int day = DAYS.incrementAndGet();
        return LoadRun.start(stack, "day" + day + "n", CREWS, thinking, LoadProfile.standard(day));
    }
}
