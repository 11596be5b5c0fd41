package dev.atelier.backing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {
    @TempDir
    Path folder;

    @Test
    void takesTransactionsKeepsItsDataWhenKilledAndLeavesNoProcess() throws ExecutionException, InterruptedException {
        try (var kafka = Kafka.start(BackingServiceOptions.in(folder))) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("things", 1, (short) 1)))
                        .all()
                        .get();
            }
            for (var i = 0; i < 10; i++) {
                send(kafka, "thing " + i);
            }

            kafka.kill();
            assertThat(kafka.alive()).isFalse();
            kafka.restart();

            assertThat(count(kafka)).isEqualTo(10);
            var pid = kafka.pid().orElseThrow();
            kafka.stop();
            assertThat(ProcessHandle.of(pid)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void aGivenAddressWhereNobodyAnswersIsRefused() {
        assertThatThrownBy(() -> Kafka.start(BackingServiceOptions.in(folder).at("127.0.0.1:" + LocalPorts.free())))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("No Kafka answers at");
    }

    private static void send(Kafka kafka, String value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test", "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>("things", value));
            producer.commitTransaction();
        }
    }

    private static int count(Kafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("things", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var counted = 0;
            while (consumer.position(partition) < end) {
                counted += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return counted;
        }
    }
}
