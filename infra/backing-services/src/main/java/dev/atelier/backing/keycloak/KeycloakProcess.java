package dev.atelier.backing.keycloak;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpAnswer;
import dev.atelier.backing.process.Launch;
import dev.atelier.backing.process.ProcessService;
import java.time.Duration;

/** Keycloak as a child of this JVM, with a file database. */
final class KeycloakProcess extends ProcessService implements Keycloak {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final KeycloakHome home;
    private final Place place;
    private final RealmSettings realm;
    private final int port;

    private KeycloakProcess(KeycloakHome home, Place place, RealmSettings realm) {
        super(STOP_LIMIT);
        this.home = home;
        this.place = place;
        this.realm = realm;
        this.port = Ports.claim("Keycloak", place.port());
        begin();
    }

    static KeycloakProcess start(KeycloakHome home, Place place, RealmSettings realm) {
        return new KeycloakProcess(home, place, realm);
    }

    @Override
    protected ChildProcess launch() {
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
}
