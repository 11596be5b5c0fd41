package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceFailed;
import java.util.OptionalLong;

/** A replica set that somebody else runs. */
record GivenMongoDb(String uri) implements MongoDb {

    static GivenMongoDb at(String uri) {
        if (!ReplicaSet.answers(uri)) {
            throw new BackingServiceFailed(
                    "No MongoDB replica set with a primary answers at the given address. Start it (mongod --replSet, then rs.initiate()), or take the address away to get one started here.");
        }
        return new GivenMongoDb(uri);
    }

    @Override
    public Way way() {
        return Way.GIVEN;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("a given MongoDB is not ours to kill");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("a given MongoDB is not ours to restart");
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }
}
