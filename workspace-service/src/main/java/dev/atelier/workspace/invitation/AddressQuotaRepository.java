package dev.atelier.workspace.invitation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AddressQuotaRepository extends Repository<AddressQuotaDocument, String> {
    List<AddressQuotaDocument> findByMailboxIn(Collection<String> mailboxes);

    AddressQuotaDocument save(AddressQuotaDocument quota);
}
