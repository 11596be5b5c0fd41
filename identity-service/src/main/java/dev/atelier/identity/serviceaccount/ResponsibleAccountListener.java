package dev.atelier.identity.serviceaccount;

import dev.atelier.events.SuspensionReason;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStatusListener;
import dev.atelier.kit.responsibility.ResponsibilityService;
import org.springframework.stereotype.Component;

/**
 * Suspends what a person is responsible for when their account is deactivated, and resumes it when it is reactivated.
 */
@Component
class ResponsibleAccountListener implements AccountStatusListener {
    private final ResponsibilityService responsibilityService;

    ResponsibleAccountListener(ResponsibilityService responsibilityService) {
        this.responsibilityService = responsibilityService;
    }

    @Override
    public void shut(Account account) {
        responsibilityService.accountShut(
                account.id(), account.held() ? SuspensionReason.ACCOUNT_HELD : SuspensionReason.ACCOUNT_DEACTIVATED);
    }

    @Override
    public void opened(Account account) {
        responsibilityService.accountOpened(account.id());
    }
}
