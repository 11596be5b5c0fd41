package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;

/** A replica set at a given address. */
record ExternalMongoDb(String uri) implements MongoDb, ExternalService {

    static ExternalMongoDb at(String uri) {
        if (!SingleNodeReplicaSet.isPrimaryReachable(uri)) {
            throw new BackingServiceFailed(
                    "No MongoDB replica set with a primary answers at the given address. Start it (mongod --replSet, then rs.initiate()), or remove the address to start one here.");
        }
        return new ExternalMongoDb(uri);
    }
}
