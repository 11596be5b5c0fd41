package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BillingDetailsRepository extends Repository<BillingDetailsDocument, UUID> {
    BillingDetailsDocument save(BillingDetailsDocument details);

    Optional<BillingDetailsDocument> findByWorkspaceId(WorkspaceId workspace);
}
