package dev.atelier.agentrun.model.builtin;

/** Estimates tokens: one for every four characters. */
final class TokenEstimator {
    private TokenEstimator() {}

    static int in(String text) {
        return Math.ceilDiv(text.length(), 4);
    }
}
