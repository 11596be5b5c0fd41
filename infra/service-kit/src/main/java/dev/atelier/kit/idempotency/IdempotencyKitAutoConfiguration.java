package dev.atelier.kit.idempotency;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import tools.jackson.databind.json.JsonMapper;

/** Provides a service that uses MongoDB with idempotent requests. */
@AutoConfiguration(
        after = MongoKitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnBean(TransactionRunner.class)
class IdempotencyKitAutoConfiguration {
    @Bean
    IdempotentRequestExecutor idempotency(
            MongoTemplate mongo, TransactionRunner transactionRunner, JsonMapper json, Clock clock) {
        return new IdempotentRequestExecutor(mongo, transactionRunner, json, clock);
    }

    /** Creates the index that deletes expired documents. */
    @Bean
    ApplicationRunner idempotencyKeysExpire(MongoTemplate mongo) {
        return arguments -> mongo.indexOps(IdempotentResponseDocument.class)
                .createIndex(new Index("expires", Sort.Direction.ASC).expire(0));
    }
}
