package dev.atelier.workspace.billing.statement;

import dev.atelier.events.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * What a statement reports about payments. Of two statements of the same second the one further down applies: a failure
 * precedes the payment that resolves it.
 */
public enum PaymentOutcome {
    INCOMPLETE(PaymentState.PAST_DUE),
    /** An invoice could not be collected. */
    PAYMENT_FAILED(PaymentState.PAST_DUE),
    PAST_DUE(PaymentState.PAST_DUE),
    /** An invoice was paid. */
    PAID(PaymentState.CURRENT),
    ACTIVE(PaymentState.CURRENT),
    SUSPENDED(PaymentState.SUSPENDED),
    /** Nothing is paid for any more; the usual plan requires no payment. */
    ENDED(PaymentState.CURRENT);

    private final PaymentState state;

    PaymentOutcome(PaymentState state) {
        this.state = state;
    }

    public PaymentState state() {
        return state;
    }

    /** Returns the outcome that an invoice event reports; null if it is not about payments. */
    public static @Nullable PaymentOutcome ofInvoice(String eventType) {
        return switch (eventType) {
            case "invoice.payment_failed" -> PAYMENT_FAILED;
            case "invoice.paid" -> PAID;
            default -> null;
        };
    }
}
