package dev.atelier.workspace.action;

import dev.atelier.kit.work.WorkerThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchIndexConfiguration {
    @Bean
    WorkerThreadPool searchIndexWorkers(SearchIndexUpdater updater) {
        return new WorkerThreadPool("search-index", 1, updater::updateSome);
    }
}
