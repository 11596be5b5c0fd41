package dev.atelier.notification.recipient;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the users that mails go to or mention. */
@Component
public class RecipientDirectory {
    private final StateProjection<UserState> users;

    RecipientDirectory(StateProjection<UserState> users) {
        this.users = users;
    }

    /** Returns the user if mails can be sent to them: activated, not deactivated, and with an address. */
    public Optional<Recipient> findReachable(UserId id) {
        return users.find(id.toString())
                .filter(user -> user.activated() && !user.deactivated())
                .flatMap(Recipient::of);
    }

    /** Returns the user's time zone; UTC if it is not known. */
    public ZoneId zone(UserId id) {
        return users.find(id.toString())
                .map(user -> Recipient.zone(user.timeZone()))
                .orElse(ZoneOffset.UTC);
    }

    /** Returns the display name: the address until activation, the names after it; empty if the user does not exist any more. */
    public Optional<String> name(UserId id) {
        return users.find(id.toString()).map(UserState::displayName).filter(name -> !name.isEmpty());
    }
}
