package dev.atelier.workspace.people;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Looks people up by id. */
@Component
public class PersonLookup {
    private final StateProjection<UserState> users;

    PersonLookup(StateProjection<UserState> users) {
        this.users = users;
    }

    public Person find(UserId id) {
        return users.find(id.toString()).map(Person::of).orElseGet(() -> Person.unknown(id));
    }

    /** Looks up many people at once. The returned function has a result for every requested id, known or not. */
    public Function<UserId, Person> find(Collection<UserId> ids) {
        var known = users.all(ids.stream().map(UserId::toString).toList());
        return id -> {
            var state = known.get(id.toString());
            return state == null ? Person.unknown(id) : Person.of(state);
        };
    }
}
