package dev.atelier.kit.problem;

/** The resource does not exist or the caller may not see it; both get the same answer. */
@ProblemType("not-found")
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1;

    public NotFound() {
        super(RefusalReason.NOT_FOUND, "There is nothing here that you may see.");
    }
}
