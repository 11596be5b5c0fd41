package dev.atelier.report.report;

import dev.atelier.kit.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads of this instance that make reports, woken when one is asked for here. */
@Configuration(proxyBeanMethods = false)
class Makers {
    @Bean
    Workers reportMakers(DueReports due, Making making, MakingSettings settings) {
        return new Workers("report-maker", settings.makers(), () -> {
            var claimed = due.claim();
            claimed.ifPresent(making::make);
            return claimed.isPresent();
        });
    }

    @Bean
    Waking reportWaking(Workers reportMakers) {
        return new Waking(reportMakers);
    }

    /** Wakes a maker once the report is there to be seen. */
    static class Waking {
        private final Workers makers;

        Waking(Workers makers) {
            this.makers = makers;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(Requests.ReportQueued queued) {
            makers.wake();
        }
    }
}
