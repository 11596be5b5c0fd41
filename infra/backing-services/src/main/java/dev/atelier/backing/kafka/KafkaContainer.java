package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.ContainerService;
import dev.atelier.backing.DockerContainer;
import dev.atelier.backing.LocalPorts;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The official image. It uses the same port inside and outside, because a broker advertises its own address to clients.
 */
final class KafkaContainer implements Kafka, ContainerService {
    private static final String IMAGE = "apache/kafka:4.2.1";

    private final int port;
    private final DockerContainer container;

    private KafkaContainer(int port, DockerContainer container) {
        this.port = port;
        this.container = container;
    }

    static KafkaContainer start(BackingServiceOptions backingServiceOptions) {
        var port = LocalPorts.claim("Kafka", backingServiceOptions.port());
        var environment = new TreeMap<String, String>();
        KafkaNodeSettings.ofOneNode().forEach((name, value) -> environment.put(variable(name), value));
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:19093");
        environment.put("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:%d,CONTROLLER://localhost:19093".formatted(port));
        environment.put("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port);
        var kafka = new KafkaContainer(port, new DockerContainer("Kafka", IMAGE, Map.of(port, port), environment));
        kafka.container.start(
                () -> KafkaProbe.isReachable(kafka.bootstrapServers()),
                Duration.ofMinutes(2),
                backingServiceOptions.progress());
        return kafka;
    }

    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public DockerContainer container() {
        return container;
    }
}
