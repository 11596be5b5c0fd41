package dev.atelier.agentrun.model.completions;

import dev.atelier.agentrun.model.ModelFailed.Why;

/** What an endpoint's HTTP statuses mean for a run. */
final class HttpStatuses {
    private HttpStatuses() {}

    static Why why(int status) {
        return switch (status) {
            case 401, 403 -> Why.KEY_REFUSED;
            case 404 -> Why.NOT_FOUND;
            case 405, 501 -> Why.NOT_COMPATIBLE;
            case 408, 504 -> Why.SLOW;
            case 429 -> Why.BUSY;
            default -> {
                if (status >= 500) {
                    yield Why.BROKEN;
                }
                yield status >= 400 ? Why.REQUEST_REFUSED : Why.NOT_COMPATIBLE;
            }
        };
    }
}
