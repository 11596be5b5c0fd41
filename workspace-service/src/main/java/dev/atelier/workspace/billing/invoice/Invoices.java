package dev.atelier.workspace.billing.invoice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The invoices of workspaces, each as the provider said last. */
@Component
public class Invoices {
    private final InvoiceDocuments documents;
    private final MongoTemplate mongo;
    private final Workspaces workspaces;
    private final Memberships memberships;

    Invoices(InvoiceDocuments documents, MongoTemplate mongo, Workspaces workspaces, Memberships memberships) {
        this.documents = documents;
        this.mongo = mongo;
        this.workspaces = workspaces;
        this.memberships = memberships;
    }

    /** Keeps it in the running transaction, unless something newer is known. */
    public void note(Invoice invoice) {
        var stored = documents
                .findByWorkspaceIdAndId(invoice.workspaceId(), invoice.id())
                .orElse(null);
        if (stored == null) {
            documents.save(StoredInvoice.of(invoice, null));
        } else if (!invoice.isOlderThan(stored.invoice())) {
            documents.save(StoredInvoice.of(invoice, stored.lock()));
        }
    }

    /** Newest first, for the manager. */
    List<Invoice> list(WorkspaceId workspace, PageRequest page, UserId by) {
        memberships.demand(workspace, by);
        workspaces.demandManager(workspace, by);
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
        return mongo.find(Query.query(wanted).with(newestFirst).limit(page.limitAndOne()), StoredInvoice.class).stream()
                .map(StoredInvoice::invoice)
                .toList();
    }
}
