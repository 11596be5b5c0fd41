package dev.atelier.notification.recipient;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people that mails go to and tell of. */
@Component
public class RecipientDirectory {
    private final StateProjection<UserState> users;

    RecipientDirectory(StateProjection<UserState> users) {
        this.users = users;
    }

    /** Somebody who can be written to: activated, not deactivated, with an address. */
    public Optional<Recipient> reachable(UserId id) {
        return users.find(id.toString())
                .filter(user -> user.activated() && !user.deactivated())
                .flatMap(Recipient::of);
    }

    /** Where the person's day is; UTC where nothing is known. */
    public ZoneId zone(UserId id) {
        return users.find(id.toString())
                .map(user -> Recipient.zone(user.timeZone()))
                .orElse(ZoneOffset.UTC);
    }

    /** The name by the rule of I3; nothing for somebody who is gone. */
    public Optional<String> name(UserId id) {
        return users.find(id.toString()).map(UserState::displayName).filter(name -> !name.isEmpty());
    }
}
