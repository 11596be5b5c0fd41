package dev.atelier.workspace.attachment.store;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** GridFS is always there: files from before there was a bucket stay where they are. */
@Configuration(proxyBeanMethods = false)
class ContentStoreConfiguration {
    @Bean
    ContentStores fileStores(S3Settings settings, MongoDatabaseFactory factory) {
        var gridFs = new GridFsContentStore(factory);
        return new ContentStores(settings.on() ? List.of(new S3ContentStore(settings), gridFs) : List.of(gridFs));
    }
}
