package dev.atelier.kit.problem;

import java.util.List;
import java.util.Map;

/** A partial update sets a field to {@code null} that must have a value. */
@ProblemType("cannot-be-cleared")
public final class CannotBeCleared extends Refusal {
    private static final long serialVersionUID = 1;

    public CannotBeCleared(List<String> fields) {
        super(
                RefusalReason.UNPROCESSABLE,
                "Some fields cannot be cleared. Leave out what is to stay as it is.",
                Map.of(
                        "errors",
                        fields.stream()
                                .map(field -> new InvalidField(field, "cannot be cleared; leave it out to keep it"))
                                .toList()));
    }
}
