package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps what was left behind in the stores. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    @Bean
    Workers leftoverWorkers(Leftovers leftovers) {
        return new Workers("leftovers", 1, leftovers::sweepOne);
    }
}
