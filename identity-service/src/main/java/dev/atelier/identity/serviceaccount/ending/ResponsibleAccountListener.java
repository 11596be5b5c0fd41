package dev.atelier.identity.serviceaccount.ending;

import dev.atelier.events.SuspensionReason;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountListener;
import dev.atelier.kit.responsibility.Responsibilities;
import org.springframework.stereotype.Component;

/** What acts for somebody stops with their account and goes on with it. */
@Component
class ResponsibleAccountListener implements AccountListener {
    private final Responsibilities responsibilities;

    ResponsibleAccountListener(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    @Override
    public void shut(Account account) {
        responsibilities.accountShut(
                account.id(), account.held() ? SuspensionReason.ACCOUNT_HELD : SuspensionReason.ACCOUNT_DEACTIVATED);
    }

    @Override
    public void opened(Account account) {
        responsibilities.accountOpened(account.id());
    }
}
