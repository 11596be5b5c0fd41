package dev.atelier.bench.events;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A small service that publishes events, in its own process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EventProducerApplication {
    private static final byte[] NOTHING = {};

    public static void main(String[] arguments) {
        SpringApplication.run(EventProducerApplication.class, arguments);
    }

    @Bean
    ControlServer orders(
            MongoTemplate mongo,
            TransactionRunner transactionRunner,
            Outbox outbox,
            @Value("${bench.switchboard}") int port)
            throws IOException {
        mongo.getDb().createCollection("things");
        var timedEventProducer = new TimedEventProducer(mongo, transactionRunner, outbox);
        var board = new ControlServer(port);
        board.on("/evenly", controlParameters -> {
            timedEventProducer.evenly(controlParameters.of("per-second"), controlParameters.of("seconds"));
            return NOTHING;
        });
        board.on("/full", controlParameters -> {
            timedEventProducer.atFullSpeed(controlParameters.of("writers"), controlParameters.of("events"));
            return NOTHING;
        });
        board.on("/committed", _ -> timedEventProducer.committed().drain());
        board.open();
        return board;
    }
}
