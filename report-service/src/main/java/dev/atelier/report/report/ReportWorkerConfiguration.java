package dev.atelier.report.report;

import dev.atelier.kit.work.WorkQueue;
import dev.atelier.kit.work.WorkQueueFactory;
import dev.atelier.kit.work.WorkerThreadPool;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queue of reports to generate, and the worker threads that generate them. */
@Configuration(proxyBeanMethods = false)
class ReportWorkerConfiguration {
    @Bean
    WorkQueue<ReportJob> reportQueue(WorkQueueFactory queues, ReportGenerationSettings settings) {
        return queues.queue("reports", ReportJob.class, settings.policy());
    }

    @Bean
    WorkerThreadPool reportMakers(
            WorkQueueFactory queues,
            WorkQueue<ReportJob> reportQueue,
            ReportGenerator reportGenerator,
            ReportGenerationSettings settings) {
        return queues.workers(reportQueue, settings.makers(), List.of(reportGenerator));
    }
}
