package dev.atelier.backing.mongo;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.container.ContainedService;
import dev.atelier.backing.container.Container;
import java.time.Duration;
import java.util.Map;

/** The official image. Clients connect directly, because the set knows its member by the address inside the container. */
final class MongoContainer implements MongoDb, ContainedService {
    private static final String IMAGE = "mongo:8.0";
    private static final int INSIDE = 27017;

    private final int port;
    private final Container container;

    private MongoContainer(int port) {
        this.port = port;
        this.container = new Container(
                "MongoDB",
                IMAGE,
                Map.of(port, INSIDE),
                Map.of(),
                "--replSet",
                ReplicaSet.NAME,
                "--setParameter",
                "transactionLifetimeLimitSeconds=3");
    }

    static MongoContainer start(Place place) {
        var mongo = new MongoContainer(Ports.claim("MongoDB", place.port()));
        mongo.container.start(
                () -> ReplicaSet.form(mongo.uri(), "localhost:" + INSIDE), Duration.ofMinutes(2), place.progress());
        return mongo;
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    @Override
    public Container container() {
        return container;
    }
}
