package dev.atelier.bench.measurement;

import com.mongodb.client.MongoClient;
import org.bson.Document;

/**
 * What a MongoDB server has written since it began. Source: serverStatus, {@code wiredTiger.log} and {@code opcounters}.
 *
 * @param records in the journal; a transaction is one
 * @param syncs of the journal to the disk; one serves all that wait for it
 * @param bytes in the journal
 * @param documents inserted, and updates and deletes asked for
 */
public record MongoJournalWrites(long records, long syncs, long bytes, long documents) {

    /** Of now. */
    public static MongoJournalWrites of(MongoClient client) {
        var status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
        var log = status.get("wiredTiger", Document.class).get("log", Document.class);
        var operations = status.get("opcounters", Document.class);
        return new MongoJournalWrites(
                number(log, "log write operations"),
                number(log, "log sync operations"),
                number(log, "log bytes written"),
                number(operations, "insert") + number(operations, "update") + number(operations, "delete"));
    }

    /** What was written since an earlier reading. */
    public MongoJournalWrites since(MongoJournalWrites earlier) {
        return new MongoJournalWrites(
                records - earlier.records, syncs - earlier.syncs, bytes - earlier.bytes, documents - earlier.documents);
    }

    private static long number(Document from, String name) {
        return from.get(name, Number.class).longValue();
    }
}
