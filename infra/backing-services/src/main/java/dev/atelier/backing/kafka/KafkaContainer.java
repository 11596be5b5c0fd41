package dev.atelier.backing.kafka;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.container.ContainedService;
import dev.atelier.backing.container.Container;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The official image, reached by the same port inside and outside because a broker tells its clients its own address. */
final class KafkaContainer implements Kafka, ContainedService {
    private static final String IMAGE = "apache/kafka:4.2.1";

    private final int port;
    private final Container container;

    private KafkaContainer(int port, Container container) {
        this.port = port;
        this.container = container;
    }

    static KafkaContainer start(Place place) {
        var port = Ports.claim("Kafka", place.port());
        var environment = new TreeMap<String, String>();
        KafkaSettings.ofOneNode().forEach((name, value) -> environment.put(variable(name), value));
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:19093");
        environment.put("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:%d,CONTROLLER://localhost:19093".formatted(port));
        environment.put("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port);
        var kafka = new KafkaContainer(port, new Container("Kafka", IMAGE, Map.of(port, port), environment));
        kafka.container.start(() -> Broker.answers(kafka.bootstrapServers()), Duration.ofMinutes(2), place.progress());
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
    public Container container() {
        return container;
    }
}
