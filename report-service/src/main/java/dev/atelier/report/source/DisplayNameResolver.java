package dev.atelier.report.source;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import org.springframework.stereotype.Component;

/** People's names by the one rule (I3). */
@Component
class DisplayNameResolver {
    private final StateProjection<UserState> users;

    DisplayNameResolver(StateProjection<UserState> users) {
        this.users = users;
    }

    /** Empty where there is none any more. */
    String of(UserId user) {
        return users.find(user.toString())
                .map(UserState::displayName)
                .filter(name -> !name.isEmpty())
                .orElse("");
    }
}
