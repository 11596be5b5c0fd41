package dev.atelier.workspace.billing.statement;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * The newest statement about a customer's payments.
 *
 * @param at when it happened, in seconds
 * @param source the provider's id of the subscription or invoice it is about
 */
public record PaymentStatement(
        long at,
        PaymentOutcome sign,
        @NotPersonal("a provider's id") String source) {
    boolean isNewerThan(@Nullable PaymentStatement known) {
        return known == null || at > known.at || (at == known.at && sign.compareTo(known.sign) >= 0);
    }
}
