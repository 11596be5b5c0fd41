package dev.atelier.agentrun.model;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** The endpoint did not answer the test request; the connection was not saved. */
@ProblemType("model-connection-failed")
final class ModelConnectionFailed extends Refusal {
    private static final long serialVersionUID = 1;

    ModelConnectionFailed(ModelFailed.ModelFailure failure) {
        super(
                RefusalReason.UNPROCESSABLE,
                "The connection was tried and does not work. " + failure.sentence(),
                details(failure));
    }

    private static Map<String, Object> details(ModelFailed.ModelFailure failure) {
        var details = new LinkedHashMap<String, Object>();
        details.put("code", failure.why().code());
        if (failure.status() != null) {
            details.put("providerStatus", failure.status());
        }
        if (!failure.message().isEmpty()) {
            details.put("providerMessage", failure.message());
        }
        return details;
    }
}
