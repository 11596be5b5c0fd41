package dev.atelier.workspace.action;

import dev.atelier.kit.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchIndexConfiguration {
    @Bean
    Workers searchIndexWorkers(SearchIndexUpdater updater) {
        return new Workers("search-index", 1, updater::updateSome);
    }
}
