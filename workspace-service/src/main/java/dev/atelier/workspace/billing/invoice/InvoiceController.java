package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {
    private final Invoices invoices;

    InvoiceController(Invoices invoices) {
        this.invoices = invoices;
    }

    /** Newest first, for the manager. */
    @GetMapping("/api/workspaces/{w}/invoices")
    Page<InvoiceView> all(@PathVariable WorkspaceId w, PageRequest page, Caller caller) {
        return Page.of(invoices.list(w, page, caller.userId()), page, last -> Cursors.of(last.issuedAt(), last.id()))
                .map(InvoiceView::of);
    }

    /**
     * An invoice.
     *
     * @param total in the currency's minor units
     * @param currency three capital letters of ISO 4217
     * @param url where the payment provider shows it and takes the payment
     */
    record InvoiceView(
            String id,
            @Nullable String number,
            Invoice.State state,
            long total,
            String currency,
            Instant issuedAt,
            @Nullable Instant dueAt,
            @Nullable String url) {
        static InvoiceView of(Invoice invoice) {
            return new InvoiceView(
                    invoice.id(),
                    invoice.number(),
                    invoice.state(),
                    invoice.total(),
                    invoice.currency(),
                    invoice.issuedAt(),
                    invoice.dueAt(),
                    invoice.url());
        }
    }
}
