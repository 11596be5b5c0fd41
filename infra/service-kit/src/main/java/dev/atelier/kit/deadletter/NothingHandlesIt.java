package dev.atelier.kit.deadletter;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Refusal;

/** This build has no use for the letter's topic. */
@ProblemType("nothing-handles-it")
final class NothingHandlesIt extends Refusal {
    private static final long serialVersionUID = 1;

    NothingHandlesIt() {
        super(
                dev.atelier.kit.web.Reason.CONFLICT,
                "Nothing in this service handles it any more, so that it can only be dropped.");
    }
}
