package dev.atelier.kit.responsibility;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;

/** Looks up accounts in the projection of identity-service's states. */
final class ProjectedAccountStatus implements AccountStatusLookup {
    private final StateProjection<UserState> accounts;

    ProjectedAccountStatus(StateProjection<UserState> accounts) {
        this.accounts = accounts;
    }

    /** A user without a stored state cannot have been deactivated, so an unknown user passes. */
    @Override
    public void requireActive(UserId member) {
        accounts.lock(member.toString());
        if (accounts.find(member.toString())
                .filter(ProjectedAccountStatus::isInactive)
                .isPresent()) {
            throw new AccountNotActive();
        }
    }

    static boolean isInactive(UserState account) {
        return account.deactivated() || account.held() || account.ended();
    }
}
