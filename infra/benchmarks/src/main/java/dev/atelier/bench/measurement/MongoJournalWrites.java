package dev.atelier.bench.measurement;

import com.mongodb.client.MongoClient;
import org.bson.Document;

/**
 * The writes of a MongoDB server since its start. Source: serverStatus, {@code wiredTiger.log} and {@code opcounters}.
 *
 * @param records journal records; a transaction is one
 * @param syncs syncs of the journal to the disk; one serves all waiting writes
 * @param bytes bytes in the journal
 * @param documents inserted documents, and requested updates and deletes
 */
public record MongoJournalWrites(long records, long syncs, long bytes, long documents) {

    /** Reads the present values. */
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

    /** Returns the difference to an earlier reading. */
    public MongoJournalWrites since(MongoJournalWrites earlier) {
        return new MongoJournalWrites(
                records - earlier.records, syncs - earlier.syncs, bytes - earlier.bytes, documents - earlier.documents);
    }

    private static long number(Document from, String name) {
        return from.get(name, Number.class).longValue();
    }
}
