package dev.atelier.kit.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused for a business reason; subclasses are named after the fact. {@link ProblemType} gives the
 * problem type, such as {@code urn:atelier:problem:member-already-invited}, and the kit turns the refusal into an RFC
 * 9457 problem in one place.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final transient Map<String, Object> details;
    private final @Nullable Duration retryAfter;

    /**
     * Creates a refusal.
     *
     * @param sentence one sentence for the user, without secrets or personal data
     * @param details further members of the problem, such as a limit
     * @param retryAfter when a retry makes sense; null where that does not depend on time
     */
    protected Refusal(RefusalReason reason, String sentence, Map<String, ?> details, @Nullable Duration retryAfter) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        this.retryAfter = retryAfter;
    }

    protected Refusal(RefusalReason reason, String sentence, Map<String, ?> details) {
        this(reason, sentence, details, null);
    }

    protected Refusal(RefusalReason reason, String sentence) {
        this(reason, sentence, Map.of());
    }

    public RefusalReason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> details() {
        return details;
    }

    /** Returns the last part of the problem type, in kebab case. */
    public String fact() {
        return Objects.requireNonNull(getClass().getAnnotation(ProblemType.class), "every refusal has a problem type")
                .value();
    }

    /** Returns when a retry makes sense; null where that does not depend on time. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
