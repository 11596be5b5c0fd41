package dev.atelier.workspace.attachment.store;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Configures the stores. GridFS is always one of them, so that files from before a bucket was configured stay readable.
 */
@Configuration(proxyBeanMethods = false)
class ContentStoreConfiguration {
    @Bean
    ContentStores fileStores(S3Settings settings, MongoDatabaseFactory factory) {
        var gridFs = new GridFsContentStore(factory);
        return new ContentStores(
                settings.isEnabled() ? List.of(new S3ContentStore(settings), gridFs) : List.of(gridFs));
    }
}
