package dev.atelier.kit.problem;

/** The caller may see the resource but not do this. */
@ProblemType("forbidden")
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1;

    public Forbidden() {
        super(RefusalReason.FORBIDDEN, "You may not do this.");
    }
}
