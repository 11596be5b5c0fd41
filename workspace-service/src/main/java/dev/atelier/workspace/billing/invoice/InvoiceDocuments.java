package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InvoiceDocuments extends Repository<StoredInvoice, String> {
    StoredInvoice save(StoredInvoice invoice);

    Optional<StoredInvoice> findByWorkspaceIdAndId(WorkspaceId workspace, String id);
}
