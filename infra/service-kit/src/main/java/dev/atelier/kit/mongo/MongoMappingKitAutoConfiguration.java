package dev.atelier.kit.mongo;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Configures journalled writes, converters and the tenant guard for services with MongoDB. */
@AutoConfiguration(beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass({MongoClient.class, MongoTemplate.class})
class MongoMappingKitAutoConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer journalledWrites() {
        return settings -> settings.writeConcern(MongoKitAutoConfiguration.JOURNALLED);
    }

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(conversions -> conversions
                .registerConverter(TypedIdConverters.TypedIdWritingConverter.INSTANCE)
                .registerConverterFactory(TypedIdConverters.TypedIdReadingConverter.INSTANCE));
    }

    /**
     * Spring Boot scans for {@code @Document} only. A new process could then not read a type alias that it has not
     * written yet.
     */
    @Bean
    MongoManagedTypes mongoManagedTypes(ApplicationContext context) throws ClassNotFoundException {
        return MongoManagedTypes.fromIterable(new EntityScanner(context).scan(Document.class, TypeAlias.class));
    }

    @Bean
    @ConditionalOnBooleanProperty("atelier.mongo.tenant-guard")
    MongoClientSettingsBuilderCustomizer tenantGuard(ObjectProvider<MongoMappingContext> documents) {
        var guard = new TenantGuard(documents::getIfAvailable);
        return settings -> settings.addCommandListener(guard);
    }
}
