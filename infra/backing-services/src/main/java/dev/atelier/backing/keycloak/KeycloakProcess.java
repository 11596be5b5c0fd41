package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProcessService;
import java.time.Duration;

/** Keycloak as a child of this JVM, with a file database. */
final class KeycloakProcess extends ProcessService implements Keycloak {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final KeycloakHome home;
    private final BackingServiceOptions backingServiceOptions;
    private final RealmSettings realm;
    private final int port;

    private KeycloakProcess(KeycloakHome home, BackingServiceOptions backingServiceOptions, RealmSettings realm) {
        super(STOP_LIMIT);
        this.home = home;
        this.backingServiceOptions = backingServiceOptions;
        this.realm = realm;
        this.port = LocalPorts.claim("Keycloak", backingServiceOptions.port());
        startFirst();
    }

    static KeycloakProcess start(KeycloakHome home, BackingServiceOptions backingServiceOptions, RealmSettings realm) {
        return new KeycloakProcess(home, backingServiceOptions, realm);
    }

    @Override
    protected ChildProcess launch() {
        var management = LocalPorts.free();
        var child = ChildProcess.start(new LaunchSpec(
                name(),
                new KeycloakCommand(home.directory()).start(port, management),
                realm.environment(),
                backingServiceOptions.directory().resolve("keycloak.log")));
        child.awaitReady(
                () -> HttpProbe.isOk("http://127.0.0.1:%d/health/ready".formatted(management)),
                START_LIMIT,
                backingServiceOptions.progress());
        return child;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }
}
