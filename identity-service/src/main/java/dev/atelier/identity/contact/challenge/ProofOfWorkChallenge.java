package dev.atelier.identity.contact.challenge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A challenge for the client to solve.
 *
 * @param difficulty leading zero bits
 */
public record ProofOfWorkChallenge(
        @Schema(
                description =
                        "Find a solution of 1 to 32 characters so that SHA-256 of challenge, '.' and solution, in UTF-8,"
                                + " begins with as many zero bits as the difficulty says")
        String challenge,

        int difficulty,
        Instant expiresAt) {}
