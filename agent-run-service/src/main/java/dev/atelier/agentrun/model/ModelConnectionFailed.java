package dev.atelier.agentrun.model;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The endpoint did not answer the question it was tried out with; nothing was kept. */
final class ModelConnectionFailed extends Refusal {
    private static final long serialVersionUID = 1;

    ModelConnectionFailed(ModelFailed.Why why) {
        super(
                Reason.UNPROCESSABLE,
                "The connection was tried and does not work. " + why.sentence(),
                Map.of("code", why.code()));
    }
}
