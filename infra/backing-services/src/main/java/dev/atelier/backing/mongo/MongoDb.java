package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.DockerContainer;
import dev.atelier.backing.process.LocalFileCache;
import java.nio.file.Path;
import java.util.Optional;

/** A MongoDB replica set, which supports transactions and change streams. */
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
     * Returns a replica set whose primary responds: the one at the given address, else a {@code mongod} process, else a
     * container.
     * Throws {@link BackingServiceFailed} with installation advice if none is possible, or with the last log lines.
     */
    static MongoDb start(BackingServiceOptions backingServiceOptions) {
        if (backingServiceOptions.address() != null) {
            return ExternalMongoDb.at(backingServiceOptions.address());
        }
        var mongod = backingServiceOptions.inContainer()
                ? Optional.<Path>empty()
                : new MongodLocator(System.getenv(), LocalFileCache.ofThisUser(), backingServiceOptions.progress())
                        .find();
        if (mongod.isPresent()) {
            return MongodProcess.start(mongod.get(), backingServiceOptions);
        }
        if (DockerContainer.isDockerAvailable()) {
            return MongoContainer.start(backingServiceOptions);
        }
        throw new BackingServiceFailed("""
                There is no MongoDB: no mongod on the PATH, no pip to fetch one with (or this is not x86-64 Linux), and Docker does not answer. \
                Either install MongoDB 6.0 or later and put mongod on the PATH, or name the program with MONGOD=/path/to/mongod, or start Docker, \
                or give the address of a running replica set.""");
    }
}
