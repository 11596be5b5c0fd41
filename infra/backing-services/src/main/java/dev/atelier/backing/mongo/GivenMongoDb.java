package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.GivenService;

/** A replica set that somebody else runs. */
record GivenMongoDb(String uri) implements MongoDb, GivenService {

    static GivenMongoDb at(String uri) {
        if (!ReplicaSet.answers(uri)) {
            throw new BackingServiceFailed(
                    "No MongoDB replica set with a primary answers at the given address. Start it (mongod --replSet, then rs.initiate()), or take the address away to get one started here.");
        }
        return new GivenMongoDb(uri);
    }
}
