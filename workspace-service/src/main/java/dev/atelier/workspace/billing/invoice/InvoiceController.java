package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {
    private final InvoiceStore invoiceStore;

    InvoiceController(InvoiceStore invoiceStore) {
        this.invoiceStore = invoiceStore;
    }

    /** Lists the invoices, newest first, for the manager. */
    @GetMapping("/api/workspaces/{workspaceId}/invoices")
    CursorPage<InvoiceResponse> all(@PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        return CursorPage.of(
                        invoiceStore.list(workspaceId, page, caller.userId()),
                        page,
                        last -> PageCursorCodec.of(last.issuedAt(), last.id()))
                .map(InvoiceResponse::of);
    }

    /**
     * An invoice.
     *
     * @param total in the currency's minor units
     * @param currency three capital letters of ISO 4217
     * @param url where the payment provider shows it and takes the payment
     */
    record InvoiceResponse(
            String id,
            @Nullable String number,
            Invoice.InvoiceState state,
            long total,
            String currency,
            Instant issuedAt,
            @Nullable Instant dueAt,
            @Nullable String url) {
        static InvoiceResponse of(Invoice invoice) {
            return new InvoiceResponse(
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
