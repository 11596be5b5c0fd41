package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.billing.contact.BillingDetailsController.BillingDetailsResponse;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Reads and changes the billing details for the manager. A change and a concurrent handover of the management cannot
 * both commit.
 */
@Component
class BillingDetailsService {
    private final BillingDetailsRepository documents;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    BillingDetailsService(
            BillingDetailsRepository documents,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.documents = documents;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    BillingDetailsResponse read(WorkspaceId workspace, UserId by) {
        membershipStore.require(workspace, by);
        workspaceStore.requireManager(workspace, by);
        return documents
                .findByWorkspaceId(workspace)
                .map(BillingDetailsResponse::of)
                .orElseGet(BillingDetailsResponse::none);
    }

    BillingDetailsResponse set(WorkspaceId workspace, BillingDetails details, ExpectedVersion expected, UserId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactionRunner.call(() -> {
            var before = read(workspace, by);
            expected.check(before.version());
            workspaceStore.publishBillingDetailsChanged(workspace, by);
            var lock = documents
                    .findByWorkspaceId(workspace)
                    .map(BillingDetailsDocument::lock)
                    .orElse(null);
            return BillingDetailsResponse.of(documents.save(new BillingDetailsDocument(
                    workspace.value(), lock, workspace, details, now, before.version() + 1)));
        });
    }
}
