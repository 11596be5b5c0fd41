package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.atelier.kit.state.ProjectionCollection.NOT_ENDED;

import dev.atelier.events.EntityState;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.kit.mongo.TransactionRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A projection in MongoDB: the topic {@code identity.users} is stored in the collection {@code state.users}. */
final class MongoStateProjection<S extends EntityState> implements StateProjection<S> {
    private final MongoTemplate mongo;
    private final Class<S> type;
    private final String topic;
    private final ProjectionCollection<S> projectionCollection;
    private final Function<MongoStateProjection<?>, LongSupplier> rebuilding;

    MongoStateProjection(
            MongoTemplate mongo, Class<S> type, Function<MongoStateProjection<?>, LongSupplier> rebuilding) {
        this.mongo = mongo;
        this.type = type;
        this.topic = MessageCatalogue.of(type).topic();
        this.projectionCollection =
                new ProjectionCollection<>(mongo, type, "state." + topic.substring(topic.indexOf('.') + 1));
        this.rebuilding = rebuilding;
    }

    @Override
    public Optional<S> find(String key) {
        return Optional.ofNullable(
                projectionCollection.all(and(eq("_id", key), NOT_ENDED)).get(key));
    }

    @Override
    public Map<String, S> all(Collection<String> keys) {
        return projectionCollection.all(and(in("_id", keys), NOT_ENDED));
    }

    @Override
    public List<S> where(String component, Object value) {
        var stored = mongo.getConverter().convertToMongoType(value);
        return List.copyOf(projectionCollection
                .all(and(eq("state." + component, stored), NOT_ENDED))
                .values());
    }

    @Override
    public Set<String> keys(Map<String, ?> components) {
        var filter = new ArrayList<Bson>();
        filter.add(NOT_ENDED);
        components.forEach((component, value) ->
                filter.add(eq("state." + component, mongo.getConverter().convertToMongoType(value))));
        return projectionCollection.keys(and(filter));
    }

    @Override
    public boolean lock(String key) {
        TransactionRunner.requireTransaction("relying on a state");
        return projectionCollection.lockIfActive(key);
    }

    @Override
    public LongSupplier beginRebuild() {
        return rebuilding.apply(this);
    }

    Class<S> type() {
        return type;
    }

    String topic() {
        return topic;
    }

    ProjectionCollection<S> collection() {
        return projectionCollection;
    }

    /** Returns the collection that a rebuild fills before it replaces the current one. */
    ProjectionCollection<S> rebuildCollection() {
        return new ProjectionCollection<>(mongo, type, projectionCollection.name() + ".fresh");
    }
}
