package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;

/** Maps an endpoint's HTTP status to a failure reason. */
final class ModelStatusMapper {
    private ModelStatusMapper() {}

    static ModelFailureReason why(int status) {
        return switch (status) {
            case 401, 403 -> ModelFailureReason.KEY_REFUSED;
            case 404 -> ModelFailureReason.NOT_FOUND;
            case 405, 501 -> ModelFailureReason.NOT_COMPATIBLE;
            case 408, 504 -> ModelFailureReason.SLOW;
            case 429 -> ModelFailureReason.BUSY;
            default -> {
                if (status >= 500) {
                    yield ModelFailureReason.BROKEN;
                }
                yield status >= 400 ? ModelFailureReason.REQUEST_REFUSED : ModelFailureReason.NOT_COMPATIBLE;
            }
        };
    }
}
