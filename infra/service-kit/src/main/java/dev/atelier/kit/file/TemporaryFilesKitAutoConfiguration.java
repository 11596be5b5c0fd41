package dev.atelier.kit.file;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The temporary files of a service that asks for them; those of processes that died are removed when it starts. */
@AutoConfiguration
public final class TemporaryFilesKitAutoConfiguration {
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    TemporaryFiles temporaryFiles() {
        return new TemporaryFiles(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
