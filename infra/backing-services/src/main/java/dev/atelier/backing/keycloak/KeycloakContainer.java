package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.ContainerService;
import dev.atelier.backing.DockerContainer;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.process.HttpProbe;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The official image with the realm file copied in. */
final class KeycloakContainer implements Keycloak, ContainerService {
    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final int INSIDE = 8080;

    private final int port;
    private final DockerContainer container;

    private KeycloakContainer(int port, DockerContainer container) {
        this.port = port;
        this.container = container;
    }

    static KeycloakContainer start(BackingServiceOptions backingServiceOptions, RealmSettings realm) {
        var port = LocalPorts.claim("Keycloak", backingServiceOptions.port());
        var environment = new TreeMap<>(realm.environment());
        if (realm.smtpHost().equals("127.0.0.1")) {
            environment.put("ATELIER_SMTP_HOST", "host.docker.internal");
        }
        var container = new DockerContainer(
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
                .withFile(
                        "dev/atelier/backing/keycloak/atelier-realm.json",
                        "/opt/keycloak/data/import/atelier-realm.json")
                .withFile(KeycloakExtensionJar.RESOURCE, "/opt/keycloak/providers/" + KeycloakExtensionJar.FILE);
        var keycloak = new KeycloakContainer(port, container);
        container.start(
                () -> HttpProbe.isOk(keycloak.issuerUri() + "/.well-known/openid-configuration"),
                Duration.ofMinutes(5),
                backingServiceOptions.progress());
        return keycloak;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public DockerContainer container() {
        return container;
    }
}
