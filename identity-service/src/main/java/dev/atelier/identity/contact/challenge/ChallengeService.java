package dev.atelier.identity.contact.challenge;

import dev.atelier.kit.crypto.PayloadSigner;
import dev.atelier.kit.crypto.Sha256;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issues and verifies proof-of-work challenges: a nonce, the expiry in epoch seconds and the difficulty, signed with a
 * key that is derived from the installation's master key for this use only. Nothing is stored until a challenge is
 * solved; a check takes one HMAC and one hash. Source: Dwork and Naor, Pricing via Processing, 1992; RFC 5869; RFC
 * 2104.
 */
@Component
public class ChallengeService {
    private static final String USE = "atelier/contact-challenge/1";
    private static final int PAYLOAD = 16 + 8 + 4;

    private final ChallengeSettings settings;
    private final PayloadSigner signed;
    private final Clock clock;

    ChallengeService(ChallengeSettings settings, Clock clock) {
        this.settings = settings;
        this.signed = new PayloadSigner(USE, settings.masterKeys());
        this.clock = clock;
    }

    public ProofOfWorkChallenge issue() {
        var nonce = UUID.randomUUID();
        var expires =
                Instant.ofEpochSecond(clock.instant().plus(settings.validity()).getEpochSecond());
        var payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(nonce.getMostSignificantBits())
                .putLong(nonce.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .putInt(settings.difficulty())
                .array();
        return new ProofOfWorkChallenge(signed.sign(payload), settings.difficulty(), expires);
    }

    /**
     * Verifies a solution; {@link SpentChallengeStore} ensures that it is used only once.
     *
     * @return the challenge's nonce, expiry and difficulty
     * @throws ChallengeNotSolved where this service did not issue the challenge, it has expired, or the solution is
     *     wrong
     */
    public SolvedChallenge verify(String challenge, String solution) {
        var solvedChallenge = read(challenge);
        if (!clock.instant().isBefore(solvedChallenge.expires())) {
            throw new ChallengeNotSolved();
        }
        if (leadingZeroBits(Sha256.of(challenge + "." + solution)) < solvedChallenge.difficulty()) {
            throw new ChallengeNotSolved();
        }
        return solvedChallenge;
    }

    private SolvedChallenge read(String text) {
        var fields = signed.verify(text, PAYLOAD).orElseThrow(ChallengeNotSolved::new);
        var nonce = new UUID(fields.getLong(), fields.getLong());
        return new SolvedChallenge(nonce, Instant.ofEpochSecond(fields.getLong()), fields.getInt());
    }

    /** A challenge that was solved in time. */
    public record SolvedChallenge(UUID nonce, Instant expires, int difficulty) {}

    static int leadingZeroBits(byte[] hash) {
        int bits = 0;
        for (byte next : hash) {
            if (next != 0) {
                return bits + Integer.numberOfLeadingZeros(next & 0xff) - 24;
            }
            bits += 8;
        }
        return bits;
    }
}
