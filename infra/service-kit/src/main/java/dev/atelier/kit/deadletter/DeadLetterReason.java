package dev.atelier.kit.deadletter;

import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import dev.atelier.kit.problem.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Why something became a dead letter.
 *
 * @param kind for programs: a constant such as {@code unreadable}, the problem type of a refusal, or the simple name of
 *     an exception of the JDK or of a library
 * @param explanation for an operator, at most 500 characters
 */
public record DeadLetterReason(String kind, @Nullable String explanation) {
    private static final int LONGEST = 500;
    private static final String OURS = "dev.atelier.";

    public DeadLetterReason {
        explanation = explanation == null || explanation.length() <= LONGEST
                ? explanation
                : explanation.substring(0, LONGEST);
    }

    /** It waits, unhandled, behind an earlier fact of its subject. */
    public static DeadLetterReason parked() {
        return new DeadLetterReason("parked-behind-earlier", "an earlier fact of the same subject was not handled");
    }

    /** Its turn came so often and never ended: whatever handles it ends its process. */
    public static DeadLetterReason lethal() {
        return new DeadLetterReason("handling-never-ended", "its handling did not come to an end, several times");
    }

    /**
     * It cannot be read, or its handling failed. Messages of exceptions may quote content, so only those of ours are
     * repeated; of others it says where.
     */
    public static DeadLetterReason failed(Throwable failure) {
        var explanation = switch (failure) {
            case Refusal refusal -> refusal.sentence();
            case UnreadableMessage unreadableMessage -> unreadableMessage.getMessage();
            case JacksonException json -> whereInJson(json);
            default -> whereInCode(failure);
        };
        return new DeadLetterReason(kind(failure), explanation);
    }

    private static String kind(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.fact();
            case UnreadableMessage _ -> "unreadable";
            case JacksonException _ -> "json-mismatch";
            default ->
                ofAtelier(failure) ? "internal-error" : failure.getClass().getSimpleName();
        };
    }

    private static boolean ofAtelier(Throwable failure) {
        return failure.getClass().getName().startsWith(OURS);
    }

    private static String whereInJson(JacksonException failure) {
        var path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the value is no such JSON" : "the value is not as it should be at " + path;
    }

    private static @Nullable String whereInCode(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> "in %s.%s, line %d"
                        .formatted(
                                frame.getClassName().substring(OURS.length()),
                                frame.getMethodName(),
                                frame.getLineNumber()))
                .orElse(null);
    }
}
