package dev.atelier.backing.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.atelier.backing.BackingService.Way;
import dev.atelier.backing.Place;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.mongo.MongoDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTest {
    @TempDir
    Path folder;

    @Test
    void mongoDbAndKafkaRunInContainersWhereDockerAnswers() {
        assumeTrue(Container.possible(), "SKIPPED: Docker does not answer here, so no part was tried in a container");

        try (var mongo = MongoDb.start(Place.in(folder.resolve("mongodb")).inContainer(true));
                var kafka = Kafka.start(Place.in(folder.resolve("kafka")).inContainer(true))) {
            assertThat(mongo.way()).isEqualTo(Way.CONTAINER);
            assertThat(kafka.way()).isEqualTo(Way.CONTAINER);
        }
    }
}
