package dev.atelier.backing.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The replica set {@code rs0} of one node, with its present address as only member. */
final class SingleNodeReplicaSet {
    static final String NAME = "rs0";
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int INVALID_CONFIG = 93;

    private SingleNodeReplicaSet() {}

    /** Whether a primary responds within a second. */
    static boolean isPrimaryReachable(String uri) {
        try (var client = connect(uri)) {
            return admin(client, new Document("hello", 1)).getBoolean("isWritablePrimary", false);
        } catch (MongoException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Makes the node the only member and primary of the set; false if it must be called again. */
    static boolean form(String direct, String host) {
        try (var client = connect(direct)) {
            if (admin(client, new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            initiateOrMove(client, host);
        } catch (MongoException e) {
            // The node is not ready yet.
        }
        return false;
    }

    private static void initiateOrMove(MongoClient client, String host) {
        try {
            admin(client, new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NOT_YET_INITIALIZED) {
                admin(client, new Document("replSetInitiate", configuration(host, 1)));
            } else if (e.getErrorCode() == INVALID_CONFIG) {
                // The data was used with another port before.
                admin(
                        client,
                        new Document("replSetReconfig", configuration(host, version(client) + 1))
                                .append("force", true));
            }
        }
    }

    private static int version(MongoClient client) {
        var config = client.getDatabase("local")
                .getCollection("system.replset")
                .find()
                .first();
        return config == null ? 1 : config.getInteger("version", 1);
    }

    private static Document configuration(String host, int version) {
        return new Document("_id", NAME)
                .append("version", version)
                .append("members", List.of(new Document("_id", 0).append("host", host)));
    }

    private static Document admin(MongoClient client, Document command) {
        return client.getDatabase("admin").runCommand(command);
    }

    private static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(1, TimeUnit.SECONDS))
                .build());
    }
}
