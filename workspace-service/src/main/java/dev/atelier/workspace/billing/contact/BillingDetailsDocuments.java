package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BillingDetailsDocuments extends Repository<BillingDetails, UUID> {
    BillingDetails save(BillingDetails details);

    Optional<BillingDetails> findByWorkspaceId(WorkspaceId workspace);
}
