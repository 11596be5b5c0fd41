package dev.atelier.kit.problem;

/** Nothing is there for this person; the same answer for what does not exist and for what is not theirs. */
@ProblemType("not-found")
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1;

    public NotFound() {
        super(RefusalReason.NOT_FOUND, "There is nothing here that you may see.");
    }
}
