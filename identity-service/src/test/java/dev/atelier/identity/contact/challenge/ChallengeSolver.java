package dev.atelier.identity.contact.challenge;

import dev.atelier.kit.crypto.Sha256;

/** Solves challenges. */
public final class ChallengeSolver {
    private ChallengeSolver() {}

    public static String solve(String challenge, int difficulty) {
        for (long number = 0; ; number++) {
            if (solves(challenge, Long.toString(number), difficulty)) {
                return Long.toString(number);
            }
        }
    }

    static String fail(String challenge, int difficulty) {
        for (long number = 0; ; number++) {
            if (!solves(challenge, Long.toString(number), difficulty)) {
                return Long.toString(number);
            }
        }
    }

    private static boolean solves(String challenge, String solution, int difficulty) {
        return ChallengeService.leadingZeroBits(Sha256.of(challenge + "." + solution)) >= difficulty;
    }
}
