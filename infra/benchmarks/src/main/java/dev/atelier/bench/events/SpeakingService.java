package dev.atelier.bench.events;

import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A small service that says facts, in a process of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SpeakingService {
    private static final byte[] NOTHING = {};

    public static void main(String[] arguments) {
        SpringApplication.run(SpeakingService.class, arguments);
    }

    @Bean
    Switchboard orders(
            MongoTemplate mongo, Transactions transactions, Outbox outbox, @Value("${bench.switchboard}") int port)
            throws IOException {
        mongo.getDb().createCollection("things");
        var speaker = new Speaker(mongo, transactions, outbox);
        var board = new Switchboard(port);
        board.on("/evenly", numbers -> {
            speaker.evenly(numbers.of("per-second"), numbers.of("seconds"));
            return NOTHING;
        });
        board.on("/full", numbers -> {
            speaker.atFullSpeed(numbers.of("writers"), numbers.of("events"));
            return NOTHING;
        });
        board.on("/committed", _ -> speaker.committed().tell());
        board.open();
        return board;
    }
}
