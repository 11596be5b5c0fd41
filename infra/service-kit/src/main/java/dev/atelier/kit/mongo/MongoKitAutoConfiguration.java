package dev.atelier.kit.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configures transactions, leases and limit guards for services with MongoDB. */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
@ConditionalOnBean(MongoTemplate.class)
public class MongoKitAutoConfiguration {
    static final WriteConcern JOURNALLED = WriteConcern.MAJORITY.withJournal(true);

    @Bean
    MongoTransactionManager transactionManager(MongoDatabaseFactory databases) {
        return new MongoCommitRetrier(
                databases,
                TransactionOptions.builder()
                        .readConcern(ReadConcern.SNAPSHOT)
                        .writeConcern(JOURNALLED)
                        .build());
    }

    @Bean
    TransactionRunner transactions(MongoTransactionManager manager) {
        return new TransactionRunner(manager);
    }

    @Bean(initMethod = "createIndexes")
    LimitGuard limitGuard(MongoTemplate mongo) {
        return new LimitGuard(mongo);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    DatabaseProblemHandler databaseProblems(ObjectProvider<ProblemWriter> writer) {
        return new DatabaseProblemHandler(writer);
    }

    @Bean
    LeaseStore leases(MongoTemplate mongo) {
        return new LeaseStore(mongo, UuidV7.next().toString());
    }
}
