package dev.atelier.workspace.integration.trial;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The system was asked and does not work as it is described; nothing was kept. */
@ProblemType("integration-failed")
public final class IntegrationFailed extends Refusal {
    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Why {
        SECRET_REFUSED("It does not take the secret."),
        NOT_FOUND("It does not know what was asked for, or does not show it to this secret."),
        PRIVATE_ADDRESS("Its address is not public, or not encrypted."),
        UNREACHABLE("No connection could be made."),
        SLOW("It did not answer in time."),
        BUSY("It is asked too often at the moment; try again later."),
        NOT_THIS_SYSTEM("What answers there is not such a system."),
        BROKEN("It answered with an error of its own.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param asked which of the references was asked for; {@code account} where it was the secret's own account */
    IntegrationFailed(Why why, String asked) {
        super(
                Reason.UNPROCESSABLE,
                "The system was tried and does not work. " + why.sentence,
                Map.of("code", why.code(), "asked", asked));
    }
}
