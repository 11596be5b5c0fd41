package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.crypto.PayloadSigner;
import dev.atelier.kit.crypto.PayloadSignerFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signs and reads the {@code client_reference_id} of a checkout: base64url of the workspace's id, the expiry in epoch
 * seconds and their HMAC-SHA256, 75 characters. A buyer can put any text there; only a signed reference links a
 * workspace.
 */
@Component
class CheckoutReferenceSigner {
    private static final int PAYLOAD = 16 + 8;

    private final PayloadSigner signed;

    CheckoutReferenceSigner(PayloadSignerFactory signers) {
        this.signed = signers.createSigner("atelier/checkout-reference/1");
    }

    String sign(WorkspaceId workspace, Instant expiresAt) {
        return signed.sign(ByteBuffer.allocate(PAYLOAD)
                .putLong(workspace.value().getMostSignificantBits())
                .putLong(workspace.value().getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array());
    }

    /** Returns the workspace; empty if this installation did not sign the text, or if it had expired at that moment. */
    Optional<WorkspaceId> read(String text, Instant at) {
        return signed.verify(text, PAYLOAD).flatMap(payload -> {
            var workspace = new WorkspaceId(new UUID(payload.getLong(), payload.getLong()));
            return at.getEpochSecond() <= payload.getLong() ? Optional.of(workspace) : Optional.empty();
        });
    }
}
