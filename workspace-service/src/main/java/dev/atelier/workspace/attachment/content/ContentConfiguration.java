package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.work.WorkerThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps what was left behind in the stores. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    @Bean
    WorkerThreadPool leftoverWorkers(OrphanedContentTracker orphanedContentTracker) {
        return new WorkerThreadPool("leftovers", 1, orphanedContentTracker::sweepOne);
    }
}
