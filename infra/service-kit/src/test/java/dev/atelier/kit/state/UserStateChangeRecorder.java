package dev.atelier.kit.state;

import dev.atelier.events.UserState;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores each change, such as {@code 1-2}, after it has run the action that the test sets. */
class UserStateChangeRecorder implements EntityStateHandler<UserState> {
    static final Consumer<UserState> NOTHING = _ -> {};
    static final Consumer<UserState> FAILING = after -> {
        throw new IllegalArgumentException(after.email());
    };
    static final AtomicReference<Consumer<UserState>> FIRST = new AtomicReference<>(NOTHING);

    private final MongoTemplate mongo;

    UserStateChangeRecorder(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void handleChange(@Nullable UserState before, UserState after) {
        FIRST.get().accept(after);
        mongo.getCollection("changes")
                .insertOne(new Document("key", after.key())
                        .append("change", (before == null ? 0 : before.version()) + "-" + after.version()));
    }
}
