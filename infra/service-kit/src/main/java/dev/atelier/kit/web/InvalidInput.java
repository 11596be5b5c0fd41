package dev.atelier.kit.web;

import java.util.List;
import java.util.Map;

/** The request cannot be understood or is out of range; says which fields, and how they must be. */
@ProblemType("invalid-input")
public final class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1;

    public InvalidInput(List<FieldError> errors) {
        super(Reason.INVALID, sentence(errors), Map.of("errors", List.copyOf(errors)));
    }

    public static InvalidInput of(String field, String message) {
        return new InvalidInput(List.of(new FieldError(field, message)));
    }

    private static String sentence(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().message() + "."
                : errors.size() + " parts of the request are not valid.";
    }
}
