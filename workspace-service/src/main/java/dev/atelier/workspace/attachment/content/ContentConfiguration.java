package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.work.WorkerThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the worker that removes orphaned content from the stores. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    @Bean
    WorkerThreadPool leftoverWorkers(OrphanedContentTracker orphanedContentTracker) {
        return new WorkerThreadPool("leftovers", 1, orphanedContentTracker::removeOne);
    }
}
