package dev.atelier.workspace.integration.probe;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The system was probed and does not work as described; nothing was stored. */
@ProblemType("integration-failed")
public final class IntegrationFailed extends Refusal {
    private static final long serialVersionUID = 1;

    /** Why the probe failed. */
    public enum IntegrationFailureCode {
        SECRET_REFUSED("It does not take the secret."),
        NOT_FOUND("It does not know what was asked for, or does not show it to this secret."),
        PRIVATE_ADDRESS("Its address is not public, or not encrypted."),
        UNREACHABLE("No connection could be made."),
        SLOW("It did not answer in time."),
        BUSY("It is asked too often at the moment; try again later."),
        NOT_THIS_SYSTEM("What answers there is not such a system."),
        BROKEN("It answered with an error of its own.");

        private final String sentence;

        IntegrationFailureCode(String sentence) {
            this.sentence = sentence;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param asked the reference that was requested; {@code account} for the account of the secret */
    IntegrationFailed(IntegrationFailureCode integrationFailureCode, String asked) {
        super(
                RefusalReason.UNPROCESSABLE,
                "The system was tried and does not work. " + integrationFailureCode.sentence,
                Map.of("code", integrationFailureCode.code(), "asked", asked));
    }
}
