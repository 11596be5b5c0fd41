package dev.atelier.report.source;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import org.springframework.stereotype.Component;

/** Resolves people's display names, by the rule of I3. */
@Component
class DisplayNameResolver {
    private final StateProjection<UserState> users;

    DisplayNameResolver(StateProjection<UserState> users) {
        this.users = users;
    }

    /** Returns the name; empty when the person no longer has one. */
    String of(UserId user) {
        return users.find(user.toString())
                .map(UserState::displayName)
                .filter(name -> !name.isEmpty())
                .orElse("");
    }
}
