package dev.atelier.kit.kill;

import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.kit.inbox.DomainEventHandler;
import java.io.IOException;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A service in its own process, which the tests kill. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ChildApplication {
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(ChildApplication::dieWithParent);
        SpringApplication.run(ChildApplication.class, arguments);
    }

    @Bean
    @ConditionalOnBooleanProperty("child.counts")
    DomainEventHandler counting(MongoTemplate mongo) {
        return new SequenceRecorder(mongo);
    }

    /** Ends this process when the parent process ends, because that closes the standard input. */
    private static void dieWithParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing
            }
        } catch (IOException e) {
            // the same as the end of the input
        }
        Runtime.getRuntime().halt(1);
    }

    /** Appends the sequence of each event to a list for its project. */
    static class SequenceRecorder implements DomainEventHandler {
        private final MongoTemplate mongo;

        SequenceRecorder(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        void on(ProjectRenamed event, MessageEnvelope envelope) {
            mongo.getCollection("effects")
                    .updateOne(
                            new Document("_id", event.projectId().toString()),
                            new Document("$push", new Document("sequences", envelope.sequence())),
                            new UpdateOptions().upsert(true));
        }
    }
}
