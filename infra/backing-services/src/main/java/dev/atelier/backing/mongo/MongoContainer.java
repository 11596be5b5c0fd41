package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.ContainerService;
import dev.atelier.backing.DockerContainer;
import dev.atelier.backing.LocalPorts;
import java.time.Duration;
import java.util.Map;

/**
 * The official image. Clients use a direct connection, because the replica set has the member's address inside the
 * container.
 */
final class MongoContainer implements MongoDb, ContainerService {
    private static final String IMAGE = "mongo:8.0";
    private static final int INSIDE = 27017;

    private final int port;
    private final DockerContainer container;

    private MongoContainer(int port) {
        this.port = port;
        this.container = new DockerContainer(
                "MongoDB",
                IMAGE,
                Map.of(port, INSIDE),
                Map.of(),
                "--replSet",
                SingleNodeReplicaSet.NAME,
                "--setParameter",
                "transactionLifetimeLimitSeconds=3");
    }

    static MongoContainer start(BackingServiceOptions backingServiceOptions) {
        var mongo = new MongoContainer(LocalPorts.claim("MongoDB", backingServiceOptions.port()));
        mongo.container.start(
                () -> SingleNodeReplicaSet.form(mongo.uri(), "localhost:" + INSIDE),
                Duration.ofMinutes(2),
                backingServiceOptions.progress());
        return mongo;
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    @Override
    public DockerContainer container() {
        return container;
    }
}
