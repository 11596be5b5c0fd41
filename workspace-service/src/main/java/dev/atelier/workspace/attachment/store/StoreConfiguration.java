package dev.atelier.workspace.attachment.store;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** GridFS is always there: files from before there was a bucket stay where they are. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    FileStores fileStores(S3Settings settings, MongoDatabaseFactory factory) {
        var gridFs = new GridFsStore(factory);
        return new FileStores(settings.on() ? List.of(new S3Store(settings), gridFs) : List.of(gridFs));
    }
}
