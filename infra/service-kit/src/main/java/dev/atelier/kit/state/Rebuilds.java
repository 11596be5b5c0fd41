package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which projections are being rebuilt, so that what arrives meanwhile goes into both collections. */
final class Rebuilds {
    private final MongoTemplate mongo;

    Rebuilds(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void begin(String topic) {
        rebuilds().replaceOne(eq("_id", topic), new Document("_id", topic), new ReplaceOptions().upsert(true));
    }

    boolean running(String topic) {
        return rebuilds().find(eq("_id", topic)).first() != null;
    }

    void end(String topic) {
        rebuilds().deleteOne(eq("_id", topic));
    }

    private MongoCollection<Document> rebuilds() {
        return mongo.getCollection("rebuilds");
    }
}
