package dev.atelier.kit.responsibility;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;

/** Accounts as identity-service last published them. */
final class ProjectedAccountStatus implements AccountStatusLookup {
    private final StateProjection<UserState> accounts;

    ProjectedAccountStatus(StateProjection<UserState> accounts) {
        this.accounts = accounts;
    }

    /** Whoever is not known yet cannot have been shut out. */
    @Override
    public void rely(UserId member) {
        accounts.rely(member.toString());
        if (accounts.find(member.toString())
                .filter(ProjectedAccountStatus::shut)
                .isPresent()) {
            throw new AccountNotActive();
        }
    }

    static boolean shut(UserState account) {
        return account.deactivated() || account.held() || account.ended();
    }
}
