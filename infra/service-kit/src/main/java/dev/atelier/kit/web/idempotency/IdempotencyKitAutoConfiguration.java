package dev.atelier.kit.web.idempotency;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.Transactions;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service with MongoDB its idempotency keys. */
@AutoConfiguration(
        after = MongoKitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnBean(Transactions.class)
class IdempotencyKitAutoConfiguration {
    @Bean
    Idempotency idempotency(MongoTemplate mongo, Transactions transactions, JsonMapper json, Clock clock) {
        return new Idempotency(mongo, transactions, json, clock);
    }

    /** Rows go when they expire. */
    @Bean
    ApplicationRunner idempotencyKeysExpire(MongoTemplate mongo) {
        return arguments ->
                mongo.indexOps(Answer.class).createIndex(new Index("expires", Sort.Direction.ASC).expire(0));
    }
}
