package dev.atelier.bench.events;

import dev.atelier.kit.inbox.DomainEventHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A small service that consumes events, in its own process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EventConsumerApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EventConsumerApplication.class, arguments);
    }

    @Bean
    CommitTimes committed() {
        return new CommitTimes();
    }

    @Bean
    DomainEventHandler hearer(MongoTemplate mongo, CommitTimes committed) {
        mongo.getDb().createCollection("names");
        return new TimedEventHandler(mongo, committed);
    }

    @Bean
    ControlServer orders(CommitTimes committed, @Value("${bench.switchboard}") int port) throws IOException {
        var board = new ControlServer(port);
        board.on("/count", _ -> Integer.toString(committed.count()).getBytes(StandardCharsets.US_ASCII));
        board.on("/committed", _ -> committed.drain());
        board.open();
        return board;
    }
}
