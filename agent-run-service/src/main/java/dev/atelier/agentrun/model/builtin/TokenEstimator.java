package dev.atelier.agentrun.model.builtin;

/** Counts text roughly as language models do: a token for every four characters. */
final class TokenEstimator {
    private TokenEstimator() {}

    static int in(String text) {
        return Math.ceilDiv(text.length(), 4);
    }
}
