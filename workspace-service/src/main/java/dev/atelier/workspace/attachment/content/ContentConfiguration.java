package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.work.Workers;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Sweeps what was left behind: contents all the time, this instance's disk at the start. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    private final Spool spool;

    ContentConfiguration(Spool spool) {
        this.spool = spool;
    }

    @Bean
    Workers leftoverWorkers(Leftovers leftovers) {
        return new Workers("leftovers", 1, leftovers::sweepOne);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweepTheDisk() throws IOException {
        spool.sweep();
    }
}
