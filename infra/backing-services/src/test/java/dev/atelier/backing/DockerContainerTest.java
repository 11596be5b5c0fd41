package dev.atelier.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.atelier.backing.BackingService.ServiceOrigin;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.mongo.MongoDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerContainerTest {
    @TempDir
    Path folder;

    @Test
    void mongoDbAndKafkaRunInContainersWhereDockerAnswers() {
        assumeTrue(
                DockerContainer.isDockerAvailable(),
                "SKIPPED: Docker does not answer here, so no part was tried in a container");

        try (var mongo = MongoDb.start(
                        BackingServiceOptions.in(folder.resolve("mongodb")).inContainer(true));
                var kafka = Kafka.start(
                        BackingServiceOptions.in(folder.resolve("kafka")).inContainer(true))) {
            assertThat(mongo.source()).isEqualTo(ServiceOrigin.CONTAINER);
            assertThat(kafka.source()).isEqualTo(ServiceOrigin.CONTAINER);
        }
    }
}
