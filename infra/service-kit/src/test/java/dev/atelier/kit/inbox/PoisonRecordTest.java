package dev.atelier.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** All kinds of records that no version of the message catalogue publishes. */
@RealMongo
@RealKafka
@TrustTestTokens
@SpringBootTest(
        classes = PoisonRecordTest.PoisonRecordApplication.class,
        properties = "spring.application.name=poison-test")
class PoisonRecordTest {
    /**
     * Longer than Kafka withholds records behind an open transaction that the relay of another test left: one minute.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class PoisonRecordApplication {
        @Bean
        ProjectEventHandler listener() {
            return new ProjectEventHandler();
        }
    }

    /** Handles events of projects. */
    static class ProjectEventHandler implements DomainEventHandler {
        void on(ProjectRenamed event) {}
    }

    @Autowired
    private KafkaClientFactory clients;

    @Autowired
    private MongoTemplate mongo;

    private final String subject = "projects/" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON {          | json-mismatch       | no such JSON",
                "null                | unreadable                | null",
                "[]                  | json-mismatch  | no such JSON",
                "{\"workspaceId\": 7, \"name\": \"Secret\"} | json-mismatch | workspaceId"
            })
    void aValueThatIsNoFactIsSetAside(String value, String reason, String where) {
        publish(headers(), value);

        var letter = letter();
        assertThat(letter.getString("reason")).isEqualTo(reason);
        assertThat(letter.getString("explanation")).contains(where).doesNotContain("Secret");
    }

    @Test
    void aFactWithoutAValueIsSetAside() {
        publish(headers(), null);

        assertThat(letter().getString("explanation")).isEqualTo("there is no value");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, , header ce_id is missing",
        "ce_id, Secret, header ce_id cannot be read",
        "ce_type, , header ce_type is missing",
        "ce_time, yesterday, header ce_time cannot be read",
        "ce_sequence, seven, header ce_sequence cannot be read",
        "ce_workspaceid, Secret, header ce_workspaceid cannot be read"
    })
    void aBrokenHeaderIsNamed(String name, @Nullable String value, String explanation) {
        var headers = headers();
        headers.put(name, value);
        publish(headers, "{}");

        assertThat(letter().getString("explanation")).isEqualTo(explanation);
    }

    @Test
    void oddHeadersAreKept() {
        var headers = headers();
        headers.put("$a.b\0", "\0");
        headers.put("", "");
        publish(headers, "no");

        assertThat(letter().getList("headers", Document.class))
                .extracting(one -> one.getString("name"))
                .contains("$a.b\0", "");
    }

    private Map<String, @Nullable String> headers() {
        var headers = new LinkedHashMap<String, @Nullable String>();
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "workspace.project-renamed");
        headers.put("ce_source", "/workspace-service");
        headers.put("ce_subject", subject);
        headers.put("ce_dataschema", "urn:atelier:schema:workspace.project-renamed:1");
        headers.put("ce_time", "2026-11-22T12:00:00Z");
        headers.put("ce_workspaceid", UUID.randomUUID().toString());
        headers.put("ce_sequence", "1");
        return headers;
    }

    private void publish(Map<String, @Nullable String> headers, @Nullable String value) {
        try (var producer = clients.createTransactionalProducer("poison-test." + subject)) {
            producer.initTransactions();
            producer.beginTransaction();
            var record = new ProducerRecord<String, @Nullable String>("workspace.events", "key", value);
            headers.forEach((name, text) -> {
                if (text != null) {
                    record.headers().add(name, text.getBytes(UTF_8));
                }
            });
            @SuppressWarnings("NullAway") // Kafka allows null values
            var ignored = producer.send(record);
            producer.commitTransaction();
        }
    }

    private Document letter() {
        var letters = mongo.getCollection("deadLetters");
        var ours = new Document("subject", subject);
        await().atMost(PATIENCE).until(() -> letters.countDocuments(ours) == 1);
        var letter = letters.find(ours).first();
        return letter == null ? new Document() : letter;
    }
}
