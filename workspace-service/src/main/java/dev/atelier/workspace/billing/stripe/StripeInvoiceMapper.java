package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.billing.invoice.Invoice;
import dev.atelier.workspace.billing.invoice.Invoice.InvoiceState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads invoices from Stripe events. */
final class StripeInvoiceMapper {
    private StripeInvoiceMapper() {}

    /** Returns null if the invoice is a draft or lacks a required field. */
    static @Nullable Invoice map(StripeEvent event, WorkspaceId workspace) {
        var id = event.text("id");
        var state = state(event.text("status"));
        var currency = event.text("currency");
        var total = event.object().path("total");
        var issued = event.time("created");
        if (id == null || state == null || currency == null || issued == null || !total.isIntegralNumber()) {
            return null;
        }
        var url = event.text("hosted_invoice_url");
        return new Invoice(
                id,
                workspace,
                event.text("number"),
                state,
                total.asLong(),
                currency.toUpperCase(Locale.ROOT),
                issued,
                event.time("due_date"),
                url != null && url.startsWith("https://") ? url : null,
                event.created());
    }

    private static @Nullable InvoiceState state(@Nullable String status) {
        return switch (status) {
            case "open" -> InvoiceState.OPEN;
            case "paid" -> InvoiceState.PAID;
            case "void" -> InvoiceState.VOID;
            case "uncollectible" -> InvoiceState.UNCOLLECTIBLE;
            case null, default -> null;
        };
    }
}
