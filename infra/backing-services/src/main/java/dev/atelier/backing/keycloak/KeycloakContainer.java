package dev.atelier.backing.keycloak;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.container.ContainedService;
import dev.atelier.backing.container.Container;
import dev.atelier.backing.process.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The official image with the realm file copied in. */
final class KeycloakContainer implements Keycloak, ContainedService {
    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final int INSIDE = 8080;

    private final int port;
    private final Container container;

    private KeycloakContainer(int port, Container container) {
        this.port = port;
        this.container = container;
    }

    static KeycloakContainer start(Place place, RealmSettings realm) {
        var port = Ports.claim("Keycloak", place.port());
        var environment = new TreeMap<>(realm.environment());
        if (realm.smtpHost().equals("127.0.0.1")) {
            environment.put("ATELIER_SMTP_HOST", "host.docker.internal");
        }
        var container = new Container(
                        "Keycloak",
                        IMAGE + KeycloakDistribution.pinned().version(),
                        Map.of(port, INSIDE),
                        environment,
                        "start",
                        "--import-realm",
                        "--db=dev-file",
                        "--cache=local",
                        "--http-enabled=true",
                        "--hostname=http://127.0.0.1:" + port)
                .holding(
                        "dev/atelier/backing/keycloak/atelier-realm.json",
                        "/opt/keycloak/data/import/atelier-realm.json")
                .holding(KeycloakPages.RESOURCE, "/opt/keycloak/providers/" + KeycloakPages.FILE);
        var keycloak = new KeycloakContainer(port, container);
        container.start(
                () -> HttpAnswer.isOk(keycloak.issuerUri() + "/.well-known/openid-configuration"),
                Duration.ofMinutes(5),
                place.progress());
        return keycloak;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Container container() {
        return container;
    }
}
