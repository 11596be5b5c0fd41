package dev.atelier.kit.deadletter;

import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import dev.atelier.kit.problem.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Why a record became a dead letter.
 *
 * @param kind machine-readable: a constant such as {@code unreadable}, the problem type of a refusal, or the simple
 *     name of an exception of the JDK or a library
 * @param explanation for an operator, at most 500 characters; longer ones are cut
 */
public record DeadLetterReason(String kind, @Nullable String explanation) {
    private static final int LONGEST = 500;
    private static final String OURS = "dev.atelier.";

    public DeadLetterReason {
        explanation = explanation == null || explanation.length() <= LONGEST
                ? explanation
                : explanation.substring(0, LONGEST);
    }

    /** The record waits behind an earlier record of its subject and was not handled itself. */
    public static DeadLetterReason parked() {
        return new DeadLetterReason("parked-behind-earlier", "an earlier event of the same subject was not handled");
    }

    /** Handling started several times and never finished: it probably ends the process. */
    public static DeadLetterReason neverFinished() {
        return new DeadLetterReason("handling-never-ended", "its handling started several times and never finished");
    }

    /**
     * The record cannot be read, or its handler failed. Exception messages may contain user content, so only those of
     * our own exceptions are stored; for others the explanation is the place in the code.
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
