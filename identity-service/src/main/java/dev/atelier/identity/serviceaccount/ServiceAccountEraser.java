package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import dev.atelier.kit.mongo.TransactionRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes the service accounts of a deleted workspace. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServiceAccountEraser implements DataEraser {
    private final ServiceAccountStore accounts;
    private final TransactionRunner transactionRunner;

    ServiceAccountEraser(ServiceAccountStore accounts, TransactionRunner transactionRunner) {
        this.accounts = accounts;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE
                ? transactionRunner.call(() -> accounts.erase(what.workspaceId(), limit))
                : 0;
    }
}
