package dev.atelier.backing.keycloak;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpAnswer;
import dev.atelier.backing.process.Launch;
import java.time.Duration;
import java.util.OptionalLong;

/** Keycloak as a child of this JVM, with a file database. */
final class KeycloakProcess implements Keycloak {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final KeycloakHome home;
    private final Place place;
    private final RealmSettings realm;
    private final int port;
    private volatile ChildProcess process;

    private KeycloakProcess(KeycloakHome home, Place place, RealmSettings realm) {
        this.home = home;
        this.place = place;
        this.realm = realm;
        this.port = Ports.claim("Keycloak", place.port());
        this.process = launch();
    }

    static KeycloakProcess start(KeycloakHome home, Place place, RealmSettings realm) {
        return new KeycloakProcess(home, place, realm);
    }

    private ChildProcess launch() {
        var management = Ports.free();
        var child = ChildProcess.start(new Launch(
                name(),
                new KeycloakCommand(home.directory()).start(port, management),
                realm.environment(),
                place.directory().resolve("keycloak.log")));
        child.awaitReady(
                () -> HttpAnswer.isOk("http://127.0.0.1:%d/health/ready".formatted(management)),
                START_LIMIT,
                place.progress());
        return child;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Way way() {
        return Way.PROCESS;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(process.pid());
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public synchronized void restart() {
        stop();
        process = launch();
    }

    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }
}
