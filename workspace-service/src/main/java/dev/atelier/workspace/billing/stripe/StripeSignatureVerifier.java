package dev.atelier.workspace.billing.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Stripe signed what came. Source: Stripe's "Verify webhook signatures", scheme v1, by its own library. */
@Component
class StripeSignatureVerifier {
    private final StripeSettings settings;
    private final Clock clock;

    StripeSignatureVerifier(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets pass what is signed.
     *
     * @throws NotFound where this installation has no secret
     * @throws InvalidInput where it is not signed with the secret, or too long ago
     */
    void demand(String body, @Nullable String header) {
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
            // What the library makes of a header that is no such thing.
            return false;
        }
    }
}
