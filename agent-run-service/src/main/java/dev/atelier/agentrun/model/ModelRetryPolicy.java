package dev.atelier.agentrun.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a model that failed is asked again, and when. */
@Component
public class ModelRetryPolicy {
    private static final int ADAPTED_TRIES = 3;

    private final Duration longestPause;

    ModelRetryPolicy(ModelSettings settings) {
        this.longestPause = settings.longestPause();
    }

    /**
     * The pause before the next try: what the endpoint asks for, but no longer than allowed, else one second more each time.
     *
     * @param tries how many have failed with this one
     * @return null where the model is not asked again
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
