package dev.atelier.identity.serviceaccount;

import dev.atelier.events.MembershipState;
import dev.atelier.kit.state.EntityStateHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Revokes a service account when its membership of the workspace ends. */
@Component
class MembershipStateHandler implements EntityStateHandler<MembershipState> {
    private final ServiceAccountStore accounts;

    MembershipStateHandler(ServiceAccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handleChange(@Nullable MembershipState before, MembershipState after) {
        if (after.ended()) {
            accounts.revokeWithMembership(after.workspaceId(), after.userId());
        }
    }
}
