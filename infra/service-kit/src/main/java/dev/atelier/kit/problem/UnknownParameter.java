package dev.atelier.kit.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The request has query parameters that its route does not read. They are refused, because a misspelt parameter would
 * otherwise be ignored.
 */
@ProblemType("unknown-parameter")
public final class UnknownParameter extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * Creates the refusal.
     *
     * @param errors one for each unknown parameter
     * @param known the parameters that the route reads
     */
    public UnknownParameter(List<InvalidField> errors, Collection<String> known) {
        super(
                RefusalReason.INVALID,
                known.isEmpty()
                        ? "This route takes no query parameters."
                        : "The query has parameters that this route does not know.",
                Map.of("errors", List.copyOf(errors), "known", List.copyOf(known)));
    }
}
