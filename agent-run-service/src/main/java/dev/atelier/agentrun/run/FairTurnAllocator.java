package dev.atelier.agentrun.run;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Assigns virtual start times, so that workspaces take turns: a run's turn follows the last turn of its workspace, but
 * is not before the turn that is being served. Source: start-time fair queueing (Goyal, Vin and Cheng, 1996).
 */
@Component
public class FairTurnAllocator {
    private static final String NOW = "now";

    private final MongoTemplate mongo;
    private volatile double noted;

    FairTurnAllocator(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes the workspace's next turn, outside any transaction. An unused turn does no harm. */
    public double takeNext(WorkspaceId workspace) {
        var now = turns().find(eq("_id", NOW)).first();
        var served = now == null ? 0.0 : now.getDouble("turn");
        var last = new Document("$ifNull", List.of("$turn", 0.0));
        var next = new Document("$add", List.of(new Document("$max", List.of(last, served)), 1.0));
        var taken = turns().findOneAndUpdate(
                        eq("_id", workspace.toString()),
                        List.of(new Document("$set", new Document("turn", next))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return taken == null ? served + 1 : taken.getDouble("turn");
    }

    /** Stores the turn that is being served, unless this instance has already stored it or a later one. */
    public void recordServedTurn(double turn) {
        if (turn > noted) {
            turns().updateOne(eq("_id", NOW), max("turn", turn), new UpdateOptions().upsert(true));
            noted = turn;
        }
    }

    /**
     * Write concern W1 without journal: a crash of the database that loses a turn only costs some fairness for a short
     * time.
     */
    private MongoCollection<Document> turns() {
        return mongo.getCollection("turns").withWriteConcern(WriteConcern.W1);
    }
}
