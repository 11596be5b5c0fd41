package dev.atelier.agentrun;

import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes the states of workspace-service and identity-service on their topics. */
public final class StatePublisher implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final AtomicLong versions = new AtomicLong();

    public StatePublisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    public void workspace(WorkspaceId workspace, UserId manager) {
        say(new WorkspaceState(workspace, "Bakery Martin", "en", manager, false, versions.incrementAndGet()));
    }

    public void member(WorkspaceId workspace, UserId user, WorkspaceRole role, boolean ended) {
        say(new MembershipState(
                workspace, user, role, Instant.parse("2026-11-01T08:00:00Z"), ended, versions.incrementAndGet()));
    }

    public void project(WorkspaceId workspace, ProjectId project, UserId... participants) {
        say(new ProjectState(
                workspace, project, "New web site", Set.of(participants), false, versions.incrementAndGet()));
    }

    /** Publishes a state and waits until Kafka has stored it. */
    public void say(EntityState state) {
        var entry = MessageCatalogue.of(state.getClass());
        var record = new ProducerRecord<>(entry.topic(), state.key(), MessageJson.write(state));
        header(record, "ce_id", UuidV7.next().toString());
        header(record, "ce_type", entry.type());
        header(record, "ce_source", entry.source());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_subject", state.subject());
        header(record, "ce_dataschema", entry.dataschema());
        header(record, "ce_time", "2026-11-20T08:00:00Z");
        header(record, "ce_sequence", Long.toString(state.version()));
        header(record, "content-type", "application/json");
        var workspace = state.workspaceId();
        if (workspace != null) {
            header(record, "ce_workspaceid", workspace.toString());
        }
        try {
            producer.send(record).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public long nextVersion() {
        return versions.incrementAndGet();
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
