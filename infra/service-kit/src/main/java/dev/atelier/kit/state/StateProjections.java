package dev.atelier.kit.state;

import dev.atelier.events.State;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes a service's projections: {@code @Bean StateProjection<UserState> users(StateProjections p)}. */
public final class StateProjections {
    private final MongoTemplate mongo;

    StateProjections(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A projection of one kind of state, kept in a collection named after its topic. */
    public <S extends State> StateProjection<S> of(Class<S> type) {
        return new StoredProjection<>(mongo, type);
    }
}
