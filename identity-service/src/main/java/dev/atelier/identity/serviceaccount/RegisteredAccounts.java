package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.responsibility.AccountShut;
import dev.atelier.kit.responsibility.OpenAccounts;
import org.springframework.stereotype.Component;

/** Whose account is open, from the accounts themselves. */
@Component
class RegisteredAccounts implements OpenAccounts {
    private final Register register;

    RegisteredAccounts(Register register) {
        this.register = register;
    }

    @Override
    public void rely(UserId member) {
        if (register.rely(member).filter(Account::deactivated).isPresent()) {
            throw new AccountShut();
        }
    }
}
