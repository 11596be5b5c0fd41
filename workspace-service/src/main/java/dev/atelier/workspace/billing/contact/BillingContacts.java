package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.billing.contact.BillingController.BillingView;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The manager reads and says to whom bills go; a hand-over at the same moment and this do not both commit. */
@Component
class BillingContacts {
    private final BillingDetailsDocuments documents;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Transactions transactions;
    private final Clock clock;

    BillingContacts(
            BillingDetailsDocuments documents,
            Workspaces workspaces,
            Memberships memberships,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
        this.clock = clock;
    }

    BillingView read(WorkspaceId workspace, UserId by) {
        memberships.demand(workspace, by);
        workspaces.demandManager(workspace, by);
        return documents.findByWorkspaceId(workspace).map(BillingView::of).orElseGet(BillingView::none);
    }

    BillingView set(WorkspaceId workspace, Details details, ExpectedVersion expected, UserId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            var before = read(workspace, by);
            expected.check(before.version());
            workspaces.billed(workspace, by);
            var lock = documents
                    .findByWorkspaceId(workspace)
                    .map(BillingDetails::lock)
                    .orElse(null);
            return BillingView.of(documents.save(
                    new BillingDetails(workspace.value(), lock, workspace, details, now, before.version() + 1)));
        });
    }
}
