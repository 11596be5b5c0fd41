package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.responsibility.AccountNotActive;
import dev.atelier.kit.responsibility.AccountStatusLookup;
import org.springframework.stereotype.Component;

/** Checks accounts in this service's own database. */
@Component
class LocalAccountStatus implements AccountStatusLookup {
    private final AccountStore accountStore;

    LocalAccountStatus(AccountStore accountStore) {
        this.accountStore = accountStore;
    }

    @Override
    public void requireActive(UserId member) {
        if (accountStore.lockAccount(member).filter(Account::deactivated).isPresent()) {
            throw new AccountNotActive();
        }
    }
}
