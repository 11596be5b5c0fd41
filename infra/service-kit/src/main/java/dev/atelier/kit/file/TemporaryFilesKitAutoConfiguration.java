package dev.atelier.kit.file;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Provides {@link TemporaryFiles} to a service that injects it, and removes the temporary files of dead processes at
 * its start.
 */
@AutoConfiguration
public final class TemporaryFilesKitAutoConfiguration {
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    TemporaryFiles temporaryFiles() {
        return new TemporaryFiles(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
