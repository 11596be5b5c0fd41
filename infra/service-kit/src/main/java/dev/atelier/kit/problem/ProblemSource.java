package dev.atelier.kit.problem;

/** An exception, other than a {@link Refusal}, that knows the problem with which a request is answered. */
public interface ProblemSource {
    /** The problem, with the headers of the response. */
    HttpProblem problem();
}
