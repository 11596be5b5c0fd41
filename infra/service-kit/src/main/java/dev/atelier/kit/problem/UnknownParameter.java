package dev.atelier.kit.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The request has query parameters that its route does not read; a misspelt one would be ignored in silence otherwise. */
@ProblemType("unknown-parameter")
public final class UnknownParameter extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * Names them.
     *
     * @param errors one for each
     * @param known what the route reads
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
