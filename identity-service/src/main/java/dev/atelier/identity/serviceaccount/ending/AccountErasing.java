package dev.atelier.identity.serviceaccount.ending;

import dev.atelier.identity.serviceaccount.ServiceAccounts;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import dev.atelier.kit.mongo.Transactions;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accounts of a deleted workspace end with it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountErasing implements Erasing {
    private final ServiceAccounts accounts;
    private final Transactions transactions;

    AccountErasing(ServiceAccounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public int erase(Deleted what, int limit) {
        return what.kind() == Kind.WORKSPACE ? transactions.call(() -> accounts.forget(what.workspaceId(), limit)) : 0;
    }
}
