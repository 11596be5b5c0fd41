package dev.atelier.identity.serviceaccount.ending;

import dev.atelier.events.MembershipState;
import dev.atelier.identity.serviceaccount.ServiceAccounts;
import dev.atelier.kit.state.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An account that is removed from the members of its workspace is of no use any more. */
@Component
class MembershipEnded implements StateListener<MembershipState> {
    private final ServiceAccounts accounts;

    MembershipEnded(ServiceAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void changed(@Nullable MembershipState before, MembershipState after) {
        if (after.ended()) {
            accounts.endOf(after.workspaceId(), after.userId());
        }
    }
}
