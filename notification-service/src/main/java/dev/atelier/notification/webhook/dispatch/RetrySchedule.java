package dev.atelier.notification.webhook.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pauses between the attempts of a delivery. */
record RetrySchedule(List<Duration> pauses) {
    RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * Returns the pause after a failed attempt; empty if it was the last one. An endpoint may ask for a longer pause,
     * not for a shorter one.
     *
     * @param failedBefore number of attempts that failed before this one
     */
    Optional<Duration> after(int failedBefore, @Nullable Duration asked) {
        if (failedBefore >= pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(failedBefore);
        return Optional.of(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }
}
