package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.events.id.RunId;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Limits the open streams of one run at this instance. */
@Component
class RunStreamLimit {
    private final ConcurrentHashMap<RunId, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    RunStreamLimit(RunSettings settings) {
        this.most = settings.streamsPerRun();
    }

    /**
     * Counts one more open stream.
     *
     * @throws TooManyRunStreams when the limit is reached
     */
    void acquire(RunId run) {
        open.merge(run, 1, (taken, one) -> {
            if (taken >= most) {
                throw new TooManyRunStreams(most);
            }
            return taken + one;
        });
    }

    void release(RunId run) {
        open.computeIfPresent(run, (_, taken) -> taken == 1 ? null : taken - 1);
    }
}
