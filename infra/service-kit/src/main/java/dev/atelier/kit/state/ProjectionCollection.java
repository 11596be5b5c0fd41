package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atelier.events.EntityState;
import dev.atelier.events.id.TypedId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One collection of states: {@code _id} is the key, then {@code version}, {@code ended} and the record in
 * {@code state}. The document of an ended entity is kept, so that an older version cannot restore it.
 */
final class ProjectionCollection<S extends EntityState> {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    static final Bson NOT_ENDED = eq("ended", false);

    private final MongoTemplate mongo;
    private final Class<S> type;
    private final String name;

    ProjectionCollection(MongoTemplate mongo, Class<S> type, String name) {
        this.mongo = mongo;
        this.type = type;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Creates the collection with an index on every component that holds ids. */
    void create() {
        Arrays.stream(type.getRecordComponents())
                .filter(ProjectionCollection::holdsIds)
                .forEach(component -> rows().createIndex(Indexes.ascending("state." + component.getName())));
    }

    void drop() {
        rows().drop();
    }

    Map<String, S> all(Bson filter) {
        var found = new HashMap<String, S>();
        rows().find(filter).forEach(row -> found.put(row.getString("_id"), read(row)));
        return found;
    }

    Set<String> keys(Bson filter) {
        return rows().find(filter)
                .projection(Projections.include("_id"))
                .map(row -> row.getString("_id"))
                .into(new HashSet<>());
    }

    /** Returns the stored states of the keys, including ended ones. */
    Map<String, S> stored(Collection<String> keys) {
        return all(in("_id", keys));
    }

    /** Stores each state that is newer than the stored one, independently for each key. */
    void putNewer(Collection<S> states) {
        if (!states.isEmpty()) {
            rows().bulkWrite(states.stream().map(this::putNewer).toList(), UNORDERED);
        }
    }

    boolean lockIfActive(String key) {
        return rows().updateOne(and(eq("_id", key), NOT_ENDED), Updates.inc("relied", 1L))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Writes the document without changing its state, so that this transaction and a newer state cannot both commit.
     */
    void lock(String key) {
        rows().updateOne(eq("_id", key), Updates.inc("relied", 1L));
    }

    long count() {
        return rows().estimatedDocumentCount();
    }

    private UpdateOneModel<Document> putNewer(S state) {
        var row = new Document("_id", state.key())
                .append("version", state.version())
                .append("ended", state.ended())
                .append("state", fields(state));
        var newer = new Document("$gt", List.of(state.version(), new Document("$ifNull", List.of("$version", -1L))));
        var either = new Document("$cond", List.of(newer, new Document("$literal", row), "$$ROOT"));
        return new UpdateOneModel<>(eq("_id", state.key()), List.of(new Document("$replaceWith", either)), UPSERT);
    }

    private Document fields(S state) {
        var fields = new Document();
        mongo.getConverter().write(state, fields);
        fields.remove("_class");
        return fields;
    }

    private S read(Document row) {
        return mongo.getConverter().read(type, row.get("state", Document.class));
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection(name);
    }

    private static boolean holdsIds(RecordComponent component) {
        return TypedId.class.isAssignableFrom(component.getType())
                || (component.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> item
                        && TypedId.class.isAssignableFrom(item));
    }
}
