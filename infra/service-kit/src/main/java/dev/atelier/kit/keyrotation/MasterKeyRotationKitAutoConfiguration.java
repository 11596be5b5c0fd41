package dev.atelier.kit.keyrotation;

import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.work.WorkerThreadPool;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Rotates the master key of a service that stores secrets in its database. */
@AutoConfiguration(
        afterName = {
            "dev.atelier.kit.crypto.CryptoKitAutoConfiguration",
            "dev.atelier.kit.mongo.MongoKitAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnBean(MongoTemplate.class)
@ConditionalOnWebApplication
class MasterKeyRotationKitAutoConfiguration {
    @Bean
    SealedSecretRewrapper sealedSecretRewrapper(
            MongoTemplate mongo, MongoMappingContext documents, ObjectProvider<SecretSealer> secrets, Clock clock) {
        return new SealedSecretRewrapper(mongo, secrets::getObject, SealedField.of(documents), clock);
    }

    @Bean
    WorkerThreadPool masterKeyWorkers(SealedSecretRewrapper rewrapper) {
        return new WorkerThreadPool("master-key", 1, rewrapper::tryOne);
    }

    @Bean
    MasterKeyController masterKeyController(SealedSecretRewrapper rewrapper) {
        return new MasterKeyController(rewrapper);
    }
}
