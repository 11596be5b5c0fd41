package dev.atelier.agentrun.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether and when a failed model request is retried. */
@Component
public class ModelRetryPolicy {
    private static final int ADAPTED_TRIES = 3;

    private final Duration longestPause;

    ModelRetryPolicy(ModelSettings settings) {
        this.longestPause = settings.longestPause();
    }

    /**
     * Returns the pause before the next attempt: the endpoint's {@code Retry-After} up to the configured maximum, else
     * one second for each failed attempt.
     *
     * @param tries number of failed attempts, including this one
     * @return null when the request is not retried
     */
    public @Nullable Duration pauseAfter(ModelFailed.ModelFailure failure, int tries) {
        if (tries >= (failure.adapted() ? ADAPTED_TRIES : failure.why().tries())) {
            return null;
        }
        var asked = failure.retryAfter();
        if (asked == null) {
            return Duration.ofSeconds(tries);
        }
        return asked.compareTo(longestPause) > 0 ? longestPause : asked;
    }
}
