package dev.atelier.identity.contact.challenge;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The challenge is unknown, expired, already used or not solved; the client requests another. */
@ProblemType("challenge-not-solved")
public final class ChallengeNotSolved extends Refusal {
    private static final long serialVersionUID = 1;

    public ChallengeNotSolved() {
        super(
                RefusalReason.UNPROCESSABLE,
                "The challenge is not solved, or no longer valid. Ask for a new one and send again.");
    }
}
