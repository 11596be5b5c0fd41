package dev.atelier.kit.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Provides the topics, producers and consumers for the message catalogue. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaAdmin.class)
@ConditionalOnBean({ProducerFactory.class, ConsumerFactory.class})
@ConditionalOnBooleanProperty(name = "atelier.kafka.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaKitAutoConfiguration {
    @Bean
    KafkaAdmin.NewTopics catalogueTopics(KafkaSettings settings) {
        return new CatalogueTopics(settings).all();
    }

    @Bean
    KafkaClientFactory kafkaClients(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
        return new KafkaClientFactory(producers, consumers);
    }

    @Bean
    BatchListenerContainerFactory kafkaContainers(ConsumerFactory<?, ?> consumers) {
        return new BatchListenerContainerFactory(consumers);
    }
}
