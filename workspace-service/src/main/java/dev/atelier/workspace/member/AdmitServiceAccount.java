package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Makes service accounts members. People become members by invitation. */
@Component
class AdmitServiceAccount {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    AdmitServiceAccount(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Does nothing if the workspace was deleted or the account is already a member. */
    void admit(WorkspaceId id, UserId account) {
        transactionRunner.run(() -> {
            if (workspaceStore.lockIfExists(id)
                    && membershipStore.find(id, account).isEmpty()) {
                membershipStore.start(
                        id,
                        account,
                        WorkspaceRole.SERVICE_ACCOUNT,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
        });
    }
}
