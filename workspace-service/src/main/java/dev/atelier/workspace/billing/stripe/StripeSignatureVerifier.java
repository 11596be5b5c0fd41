package dev.atelier.workspace.billing.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies Stripe's signatures with Stripe's own library. Source: Stripe's "Verify webhook signatures", scheme v1. */
@Component
class StripeSignatureVerifier {
    private final StripeSettings settings;
    private final Clock clock;

    StripeSignatureVerifier(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks the signature of a body.
     *
     * @throws NotFound if this installation has no secret
     * @throws InvalidInput if the signature is not made with the secret, or is too old
     */
    void verify(String body, @Nullable String header) {
        if (settings.secret().isEmpty()) {
            throw new NotFound();
        }
        if (header == null || !verified(body, header)) {
            throw InvalidInput.of("Stripe-Signature", "must be Stripe's signature of the body, made just now");
        }
    }

    private boolean verified(String body, String header) {
        try {
            return Webhook.Signature.verifyHeader(
                    body, header, settings.secret(), settings.tolerance().toSeconds(), clock);
        } catch (SignatureVerificationException e) {
            return false;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The library throws these for a malformed header.
            return false;
        }
    }
}
