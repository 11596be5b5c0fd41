package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.sync.LeasedTaskRunner;
import dev.atelier.kit.mongo.LeaseStore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the pruning and the checks of the security log on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SecurityLogMaintenanceConfiguration {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Bean
    LeasedTaskRunner securityLogCareLoop(
            SecurityLogSettings settings,
            LeaseStore leaseStore,
            SecurityLogPruner securityLogPruner,
            ChainChecker chainChecker) {
        var pause = settings.checkInterval().compareTo(LONGEST_PAUSE) < 0 ? settings.checkInterval() : LONGEST_PAUSE;
        return new LeasedTaskRunner("security-log-care", pause, leaseStore, mayGoOn -> {
            securityLogPruner.pruneExpired(mayGoOn);
            chainChecker.checkWhenDue(mayGoOn);
        });
    }
}
