package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.sync.LeasedLoop;
import dev.atelier.kit.mongo.Leases;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself so that the log is whole and no longer than it may be. */
@Configuration(proxyBeanMethods = false)
class CareLoop {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Bean
    LeasedLoop securityLogCareLoop(SecurityLogSettings settings, Leases leases, Dropping dropping, Checking checking) {
        var pause = settings.checkInterval().compareTo(LONGEST_PAUSE) < 0 ? settings.checkInterval() : LONGEST_PAUSE;
        return new LeasedLoop("security-log-care", pause, leases, mayGoOn -> {
            dropping.dropDue(mayGoOn);
            checking.checkWhenDue(mayGoOn);
        });
    }
}
