package dev.atelier.bench.events;

import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.kit.inbox.DomainEventHandler;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores the newest name of each thing, as a service does, and records the commit time. */
final class TimedEventHandler implements DomainEventHandler {
    private final MongoTemplate mongo;
    private final CommitTimes committed;

    TimedEventHandler(MongoTemplate mongo, CommitTimes committed) {
        this.mongo = mongo;
        this.committed = committed;
    }

    void on(ProjectRenamed event, MessageEnvelope envelope) {
        mongo.getCollection("names")
                .updateOne(
                        new Document("_id", event.projectId().value()),
                        new Document("$set", new Document("name", event.name()).append("version", envelope.sequence())),
                        new UpdateOptions().upsert(true));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.record(envelope.id(), MicrosecondClock.micros());
            }
        });
    }
}
