package dev.atelier.agentrun.tool.action;

import dev.atelier.events.id.TypedIdModule;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Parses a model's arguments strictly and describes errors in one sentence. */
final class ToolArgumentReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new TypedIdModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                    LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build();

    private ToolArgumentReader() {}

    static <T> T read(String arguments, Class<T> type) {
        try {
            return JSON.readValue(arguments.isBlank() ? "{}" : arguments, type);
        } catch (JacksonException e) {
            throw new InvalidToolArguments(sentence(e));
        }
    }

    /** Returns the error in arguments of this shape; empty when they are valid. */
    static Optional<String> problem(String arguments, Class<?> type) {
        try {
            read(arguments, type);
            return Optional.empty();
        } catch (InvalidToolArguments e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String sentence(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidToolArguments invalidToolArguments) {
                return invalidToolArguments.getMessage();
            }
        }
        var path = e instanceof DatabindException
                ? e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .reduce((a, b) -> a + "." + b)
                        .orElse("")
                : "";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "There is no argument '" + unknown.getPropertyName() + "'.";
        }
        return path.isEmpty()
                ? "The arguments are not a JSON object."
                : "The argument '" + path + "' does not have the form that the schema asks for.";
    }

    /** Checks a condition of an argument, in the constructor of the arguments' record. */
    static void require(boolean fine, String sentence) {
        if (!fine) {
            throw new InvalidToolArguments(sentence);
        }
    }

    /** Thrown when arguments do not match the schema. */
    static final class InvalidToolArguments extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        InvalidToolArguments(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
