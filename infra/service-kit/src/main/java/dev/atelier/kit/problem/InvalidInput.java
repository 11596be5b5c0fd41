package dev.atelier.kit.problem;

import java.util.List;
import java.util.Map;

/** The request is malformed or out of range; its errors name the fields and the rules. */
@ProblemType("invalid-input")
public final class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1;

    public InvalidInput(List<InvalidField> errors) {
        super(RefusalReason.INVALID, sentence(errors), Map.of("errors", List.copyOf(errors)));
    }

    public static InvalidInput of(String field, String message) {
        return new InvalidInput(List.of(new InvalidField(field, message)));
    }

    private static String sentence(List<InvalidField> errors) {
        return errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().message() + "."
                : errors.size() + " parts of the request are not valid.";
    }
}
