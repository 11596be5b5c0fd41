package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BillingAccountRepository extends Repository<BillingAccountDocument, UUID> {
    BillingAccountDocument save(BillingAccountDocument account);

    Optional<BillingAccountDocument> findByWorkspaceId(WorkspaceId workspace);

    @AcrossWorkspaces("events of the payment provider contain only the customer")
    Optional<BillingAccountDocument> findByCustomer(String customer);
}
