package dev.atelier.workspace.integration.probe;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The system was asked and does not work as it is described; nothing was kept. */
@ProblemType("integration-failed")
public final class IntegrationFailed extends Refusal {
    private static final long serialVersionUID = 1;

    /** What went wrong. */
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

    /** @param asked which of the references was asked for; {@code account} where it was the secret's own account */
    IntegrationFailed(IntegrationFailureCode integrationFailureCode, String asked) {
        super(
                RefusalReason.UNPROCESSABLE,
                "The system was tried and does not work. " + integrationFailureCode.sentence,
                Map.of("code", integrationFailureCode.code(), "asked", asked));
    }
}
