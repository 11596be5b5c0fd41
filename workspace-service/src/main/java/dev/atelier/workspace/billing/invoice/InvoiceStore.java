package dev.atelier.workspace.billing.invoice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The invoices of workspaces, each in the latest reported state. */
@Component
public class InvoiceStore {
    private final InvoiceRepository documents;
    private final MongoTemplate mongo;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;

    InvoiceStore(
            InvoiceRepository documents,
            MongoTemplate mongo,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore) {
        this.documents = documents;
        this.mongo = mongo;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
    }

    /** Stores an invoice in the running transaction, unless a newer report is stored. */
    public void save(Invoice invoice) {
        var stored = documents
                .findByWorkspaceIdAndId(invoice.workspaceId(), invoice.id())
                .orElse(null);
        if (stored == null) {
            documents.save(InvoiceDocument.of(invoice, null));
        } else if (!invoice.isOlderThan(stored.invoice())) {
            documents.save(InvoiceDocument.of(invoice, stored.lock()));
        }
    }

    /** Returns the invoices, newest first, to the manager. */
    List<Invoice> list(WorkspaceId workspace, CursorPageRequest page, UserId by) {
        membershipStore.require(workspace, by);
        workspaceStore.requireManager(workspace, by);
        var wanted = where("workspaceId").is(workspace);
        var cursor = page.cursor();
        if (cursor != null) {
            var at = cursor.time(0);
            wanted = wanted.orOperator(
                    where("issuedAt").lt(at),
                    new Criteria()
                            .andOperator(where("issuedAt").is(at), where("_id").lt(cursor.text(1))));
        }
        var newestFirst = Sort.by(Sort.Direction.DESC, "issuedAt", "_id");
        return mongo
                .find(Query.query(wanted).with(newestFirst).limit(page.limitPlusOne()), InvoiceDocument.class)
                .stream()
                .map(InvoiceDocument::invoice)
                .toList();
    }
}
