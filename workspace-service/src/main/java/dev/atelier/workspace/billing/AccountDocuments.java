package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountDocuments extends Repository<StoredAccount, UUID> {
    StoredAccount save(StoredAccount account);

    Optional<StoredAccount> findByWorkspaceId(WorkspaceId workspace);

    @AcrossWorkspaces("the payment provider names the customer alone")
    Optional<StoredAccount> findByCustomer(String customer);
}
