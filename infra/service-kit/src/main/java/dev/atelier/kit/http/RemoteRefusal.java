package dev.atelier.kit.http;

import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal of another service, with its problem type, sentence and details. */
public final class RemoteRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private final String fact;

    RemoteRefusal(
            String fact, RefusalReason reason, String sentence, Map<String, ?> details, @Nullable Duration retryAfter) {
        super(reason, sentence, details, retryAfter);
        this.fact = fact;
    }

    /** Returns the problem type of the other service, such as {@code not-found} or {@code action-is-stale}. */
    @Override
    public String fact() {
        return fact;
    }
}
