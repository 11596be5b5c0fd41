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
    public void onDeactivated(Account account) {
        responsibilityService.suspendForInactiveAccount(
                account.id(),
                account.inRecovery() ? SuspensionReason.ACCOUNT_HELD : SuspensionReason.ACCOUNT_DEACTIVATED);
    }

    @Override
    public void onReactivated(Account account) {
        responsibilityService.restoreForActiveAccount(account.id());
    }
}
