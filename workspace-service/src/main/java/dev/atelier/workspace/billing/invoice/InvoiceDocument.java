package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored invoice.
 *
 * @param id the provider's id
 */
@Document("invoices")
@TypeAlias("invoice")
@CompoundIndex(name = "lists", def = "{workspaceId: 1, issuedAt: -1, _id: -1}")
record InvoiceDocument(
        @Id @NotPersonal("a provider's id") String id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        Instant issuedAt,
        Invoice invoice)
        implements WorkspaceOwned {
    static InvoiceDocument of(Invoice invoice, @Nullable Long lock) {
        return new InvoiceDocument(invoice.id(), lock, invoice.workspaceId(), invoice.issuedAt(), invoice);
    }
}
