package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes entries after their retention. */
@Component
class SecurityLogPruner {
    private static final Logger log = LoggerFactory.getLogger(SecurityLogPruner.class);
    private static final int AT_ONCE = 500;

    private final SecurityLog entries;
    private final SecurityLogSettings settings;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    SecurityLogPruner(
            SecurityLog entries, SecurityLogSettings settings, TransactionRunner transactionRunner, Clock clock) {
        this.entries = entries;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    void pruneExpired(BooleanSupplier mayGoOn) {
        var before = clock.instant().minus(settings.retention());
        int dropped = AT_ONCE;
        int all = 0;
        while (dropped == AT_ONCE && mayGoOn.getAsBoolean()) {
            dropped = transactionRunner.call(() -> entries.deleteBefore(before, AT_ONCE));
            all += dropped;
        }
        if (all > 0) {
            log.info("{} entries of the security log were deleted after their retention.", all);
        }
    }
}
