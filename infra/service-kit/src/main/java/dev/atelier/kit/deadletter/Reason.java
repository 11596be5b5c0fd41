package dev.atelier.kit.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Why something became a dead letter.
 *
 * @param explanation for an operator, at most 500 characters
 */
public record Reason(String kind, @Nullable String explanation) {
    private static final int LONGEST = 500;

    public Reason {
        explanation = explanation == null || explanation.length() <= LONGEST
                ? explanation
                : explanation.substring(0, LONGEST);
    }

    /** It waits, unhandled, behind an earlier fact of its subject. */
    public static Reason parked() {
        return new Reason("Parked", "an earlier fact of the same subject was not handled");
    }

    /** Its handling failed. */
    public static Reason failed(Throwable failure) {
        return new Reason(failure.getClass().getSimpleName(), failure.getMessage());
    }

    /** Its handling failed, and what it says is nobody's business. */
    public static Reason failedWithoutDetail(Throwable failure) {
        return new Reason(failure.getClass().getSimpleName(), null);
    }
}
