package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.atelier.events.Catalogue;
import dev.atelier.events.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A projection in MongoDB. The row of an ended thing stays, so that an older version cannot bring it back. */
final class StoredProjection<S extends State> implements StateProjection<S> {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final Bson NOT_ENDED = eq("ended", false);

    private final MongoTemplate mongo;
    private final Class<S> type;
    private final Catalogue.Entry entry;
    private final Row<S> row;

    StoredProjection(MongoTemplate mongo, Class<S> type) {
        this.mongo = mongo;
        this.type = type;
        this.entry = Catalogue.of(type);
        this.row = new Row<>(type, mongo.getConverter());
    }

    @Override
    public Optional<S> find(String key) {
        return Optional.ofNullable(rows().find(and(eq("_id", key), NOT_ENDED)).first())
                .map(row::read);
    }

    @Override
    public Map<String, S> all(Collection<String> keys) {
        var found = new HashMap<String, S>();
        rows().find(and(in("_id", keys), NOT_ENDED)).forEach(one -> found.put(one.getString("_id"), row.read(one)));
        return found;
    }

    @Override
    public List<S> where(String component, Object value) {
        var stored = mongo.getConverter().convertToMongoType(value);
        return rows().find(and(eq("state." + component, stored), NOT_ENDED))
                .map(row::read)
                .into(new ArrayList<>());
    }

    Class<S> type() {
        return type;
    }

    String topic() {
        return entry.topic();
    }

    /** What is stored for the key, also where it has ended. */
    @Nullable S stored(String key) {
        var found = rows().find(eq("_id", key)).first();
        return found == null ? null : row.read(found);
    }

    void store(S state) {
        rows().replaceOne(eq("_id", state.key()), row.of(state), UPSERT);
    }

    /** {@code state.users} for the topic {@code identity.users}. */
    String collection() {
        return "state." + topic().substring(topic().indexOf('.') + 1);
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection(collection());
    }
}
