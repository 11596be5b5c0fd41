package dev.atelier.identity.securitylog.verification;

import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.securitylog.alert.Alerting;
import dev.atelier.kit.mongo.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Walks along the whole chain each time the interval is over; {@code atelier.securitylog.chain} is 1 where the last walk found it
 * whole, 0 where it did not. The end's hash goes to the service's own log: who changes the database cannot change it there.
 */
@Component
class Checking {
    private static final Logger log = LoggerFactory.getLogger(Checking.class);

    private final Verifying verifying;
    private final Checks checks;
    private final Alerting alerting;
    private final SecurityLogSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    Checking(
            Verifying verifying,
            Checks checks,
            Alerting alerting,
            SecurityLogSettings settings,
            Transactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.verifying = verifying;
        this.checks = checks;
        this.alerting = alerting;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("atelier.securitylog.chain", checks, Checking::last)
                .strongReference(true)
                .register(meters);
    }

    /** Walks where it is time; what is not finished is begun again at the next call. */
    void checkWhenDue(BooleanSupplier mayGoOn) {
        var last = checks.findById(Check.LAST);
        var due = last.map(check -> check.at().plus(settings.checkInterval()));
        if (due.filter(instant -> instant.isAfter(clock.instant())).isPresent()) {
            return;
        }
        var step = verifying.begin();
        for (var next = step.next(); next != null; next = step.next()) {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            step = verifying.after(next);
        }
        note(step);
    }

    private void note(Verification end) {
        var fault = end.fault();
        if (fault == null) {
            log.info("The security log is whole up to entry {}, whose hash is {}.", end.last(), end.lastHash());
        } else {
            log.error("The security log is broken at entry {}: {}.", fault.sequence(), fault.why());
        }
        transactions.run(() -> {
            var before = checks.findById(Check.LAST);
            var lock = before.map(Check::lock).orElse(null);
            checks.save(new Check(Check.LAST, clock.instant(), fault == null, lock));
            if (fault != null && before.map(Check::whole).orElse(true)) {
                alerting.raise(Alarm.LOG_BROKEN);
            }
        });
    }

    private static double last(Checks checks) {
        try {
            return checks.findById(Check.LAST)
                    .map(check -> check.whole() ? 1.0 : 0.0)
                    .orElse(Double.NaN);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
