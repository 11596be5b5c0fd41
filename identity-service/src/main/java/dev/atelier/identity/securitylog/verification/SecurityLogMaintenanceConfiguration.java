package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.kit.work.LeasedTask;
import dev.atelier.kit.work.LeasedTaskFactory;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the pruning and the checks of the security log on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SecurityLogMaintenanceConfiguration {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Bean
    LeasedTask securityLogMaintenanceTask(
            SecurityLogSettings settings,
            LeasedTaskFactory tasks,
            SecurityLogPruner securityLogPruner,
            ChainChecker chainChecker) {
        var pause = settings.checkInterval().compareTo(LONGEST_PAUSE) < 0 ? settings.checkInterval() : LONGEST_PAUSE;
        return tasks.createTask("security-log-maintenance", pause, mayGoOn -> {
            securityLogPruner.pruneExpired(mayGoOn);
            chainChecker.checkWhenDue(mayGoOn);
        });
    }
}
