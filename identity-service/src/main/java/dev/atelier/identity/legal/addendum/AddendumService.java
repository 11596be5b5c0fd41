package dev.atelier.identity.legal.addendum;

import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.legal.addendum.AddendumController.AddendumResponse;
import dev.atelier.identity.legal.version.LegalVersionNotCurrent;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import dev.atelier.identity.legal.version.LegalVersionStore;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Records the acceptance of the data processing addendum by managers. */
@Component
class AddendumService {
    private static final LegalDocument ADDENDUM = LegalDocument.DATA_PROCESSING_ADDENDUM;

    private final LegalVersionStore versions;
    private final AddendumAcceptanceRepository acceptances;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final AccountStore accountStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    AddendumService(
            LegalVersionStore versions,
            AddendumAcceptanceRepository acceptances,
            WorkspaceAuthorization workspaceAuthorization,
            AccountStore accountStore,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.versions = versions;
        this.acceptances = acceptances;
        this.workspaceAuthorization = workspaceAuthorization;
        this.accountStore = accountStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    AddendumResponse read(WorkspaceId workspace, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        var accepted =
                acceptances.findFirstByWorkspaceIdOrderByNumberDesc(workspace).orElse(null);
        return new AddendumResponse(
                versions.findInForce(ADDENDUM).map(LegalVersionResponse::of).orElse(null),
                versions.upcoming(ADDENDUM).map(LegalVersionResponse::of).orElse(null),
                accepted == null ? null : accepted.number(),
                accepted == null ? null : accepted.by(),
                accepted == null ? null : accepted.at());
    }

    /**
     * Accepts a version; no change where it is accepted already.
     *
     * @throws LegalVersionNotCurrent where it is neither in force nor the newest
     */
    AddendumResponse accept(WorkspaceId workspace, int number, UserId by) {
        transactionRunner.run(() -> {
            workspaceAuthorization.requireManager(workspace, by);
            workspaceAuthorization.lockMembership(workspace, by);
            versions.requireCurrent(ADDENDUM, number);
            if (!acceptances.existsByWorkspaceIdAndNumber(workspace, number)) {
                acceptances.insert(AddendumAcceptance.of(workspace, number, by, clock.instant()));
                accountStore.publish(new AddendumAccepted(by, workspace, number));
            }
        });
        return read(workspace, by);
    }
}
