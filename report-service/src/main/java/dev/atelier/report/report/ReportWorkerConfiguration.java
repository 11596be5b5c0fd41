package dev.atelier.report.report;

import dev.atelier.kit.work.WorkerThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Worker threads that generate reports; a request to this instance wakes them. */
@Configuration(proxyBeanMethods = false)
class ReportWorkerConfiguration {
    @Bean
    WorkerThreadPool reportMakers(ReportQueue due, ReportGenerator reportGenerator, ReportGenerationSettings settings) {
        return new WorkerThreadPool("report-maker", settings.makers(), () -> {
            var claimed = due.claim();
            claimed.ifPresent(reportGenerator::generate);
            return claimed.isPresent();
        });
    }

    @Bean
    ReportWakeup reportWaking(WorkerThreadPool reportMakers) {
        return new ReportWakeup(reportMakers);
    }

    /** Wakes a worker after the report's transaction has committed. */
    static class ReportWakeup {
        private final WorkerThreadPool makers;

        ReportWakeup(WorkerThreadPool makers) {
            this.makers = makers;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(RequestReport.ReportQueued queued) {
            makers.wake();
        }
    }
}
