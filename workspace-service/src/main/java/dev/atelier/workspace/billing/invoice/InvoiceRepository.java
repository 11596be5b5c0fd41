package dev.atelier.workspace.billing.invoice;

import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InvoiceRepository extends Repository<InvoiceDocument, String> {
    InvoiceDocument save(InvoiceDocument invoice);

    Optional<InvoiceDocument> findByWorkspaceIdAndId(WorkspaceId workspace, String id);
}
