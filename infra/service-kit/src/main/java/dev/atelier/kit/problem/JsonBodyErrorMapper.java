package dev.atelier.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the errors of a JSON body by field, without repeating the values that were sent. */
public final class JsonBodyErrorMapper {
    private static final int MOST = 20;

    private JsonBodyErrorMapper() {}

    static InvalidInput of(HttpMessageNotReadableException unreadable) {
        var json = json(unreadable);
        return json == null ? InvalidInput.of("body", "is missing") : new InvalidInput(List.of(error(json)));
    }

    /**
     * Returns the same failure with all errors of the body, {@value #MOST} at most: removes each part that was refused
     * and reads the rest again.
     */
    public static HttpMessageNotReadableException collectAll(
            HttpMessageNotReadableException first,
            byte[] body,
            JavaType type,
            JsonMapper mapper,
            HttpInputMessage input) {
        var json = json(first);
        if (json == null || json.getPath().isEmpty() || json instanceof StreamReadException) {
            return first;
        }
        try {
            var found = new ArrayList<InvalidField>();
            var rest = mapper.readTree(body);
            for (@Nullable JacksonException next = json; next != null && found.size() < MOST; ) {
                var error = error(next);
                // An error of a parent is only a consequence of a part that was removed.
                var news = !next.getPath().isEmpty() && found.stream().noneMatch(one -> covers(one, error));
                if (news) {
                    found.add(error);
                }
                next = news && takeOut(rest, next.getPath()) ? failure(rest, type, mapper) : null;
            }
            return new HttpMessageNotReadableException("not as expected", new InvalidInput(found), input);
        } catch (JacksonException brokenFurtherOn) {
            return new HttpMessageNotReadableException("not well formed", brokenFurtherOn, input);
        }
    }

    private static boolean covers(InvalidField earlier, InvalidField later) {
        return earlier.field().startsWith(later.field());
    }

    /** Replaces an element of a list by null, so that the indexes of the others stay the same. */
    private static boolean takeOut(JsonNode body, List<Reference> path) {
        var owner = body;
        for (var step : path.subList(0, path.size() - 1)) {
            owner = step.getPropertyName() == null ? owner.path(step.getIndex()) : owner.path(step.getPropertyName());
        }
        var last = path.getLast();
        return switch (owner) {
            case ObjectNode object when last.getPropertyName() != null -> object.remove(last.getPropertyName()) != null;
            case ArrayNode list
            when last.getIndex() >= 0 && last.getIndex() < list.size() -> {
                list.setNull(last.getIndex());
                yield true;
            }
            default -> false;
        };
    }

    private static @Nullable JacksonException failure(JsonNode body, JavaType type, JsonMapper mapper) {
        try {
            mapper.readerFor(type).readValue(body);
            return null;
        } catch (JacksonException e) {
            return e;
        }
    }

    private static @Nullable JacksonException json(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json;
            }
        }
        return null;
    }

    private static InvalidField error(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new InvalidField(path(unknown), "is not known here");
            case ValueInstantiationException refused -> new InvalidField(path(refused), reason(refused));
            case MismatchedInputException mismatch ->
                new InvalidField(path(mismatch), expected(mismatch.getTargetType()));
            case InputCoercionException range -> new InvalidField(path(range), within(range.getTargetType()));
            case StreamReadException broken -> new InvalidField("body", broken(broken));
            default -> new InvalidField(path(json), "cannot be read");
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
        return type == null ? "is of the wrong type" : "must be " + ClientTypeNames.of(type);
    }

    private static String path(JacksonException json) {
        return named(json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining()));
    }

    private static String named(String path) {
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }
}
