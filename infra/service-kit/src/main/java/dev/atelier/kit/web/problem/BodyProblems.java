package dev.atelier.kit.web.problem;

import dev.atelier.kit.web.FieldError;
import dev.atelier.kit.web.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, by field, without repeating what was sent. */
final class BodyProblems {
    private BodyProblems() {}

    static InvalidInput of(HttpMessageNotReadableException unreadable) {
        for (@Nullable Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return new InvalidInput(List.of(error(json)));
            }
        }
        return InvalidInput.of("body", "is missing");
    }

    private static FieldError error(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new FieldError(path(unknown), "is not known here");
            case ValueInstantiationException refused -> new FieldError(path(refused), reason(refused));
            case MismatchedInputException mismatch ->
                new FieldError(path(mismatch), expected(mismatch.getTargetType()));
            case InputCoercionException range -> new FieldError(path(range), within(range.getTargetType()));
            case StreamReadException broken -> new FieldError("body", broken(broken));
            default -> new FieldError(path(json), "cannot be read");
        };
    }

    private static String broken(StreamReadException broken) {
        var what = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate")
                ? "must name each property once"
                : "must be well-formed JSON";
        var at = broken.getLocation();
        return at == null ? what : what + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String within(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        return type == long.class || type == Long.class
                ? "must be a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
                : "is too large or too small";
    }

    private static String reason(ValueInstantiationException refused) {
        var root = NestedExceptionUtils.getMostSpecificCause(refused);
        return root instanceof IllegalArgumentException && root.getMessage() != null
                ? root.getMessage()
                : "is not valid";
    }

    private static String expected(@Nullable Class<?> type) {
        return type == null ? "is of the wrong type" : "must be " + Expected.of(type);
    }

    private static String path(JacksonException json) {
        var path = json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }
}
