package dev.atelier.notification.webhook.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pauses between tries, over days. */
record RetrySchedule(List<Duration> pauses) {
    RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * How long to wait after a failed try; empty where that was the last. An endpoint may ask for more time, not for
     * less.
     *
     * @param failedBefore tries that failed before this one
     */
    Optional<Duration> after(int failedBefore, @Nullable Duration asked) {
        if (failedBefore >= pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(failedBefore);
        return Optional.of(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }
}
