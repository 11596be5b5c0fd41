package dev.atelier.identity.securitylog.verification;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.securitylog.alert.SecurityAlertService;
import dev.atelier.kit.mongo.TransactionRunner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Checks the whole chain at each interval; the gauge {@code atelier.securitylog.chain} is 1 where the last check found
 * it intact, else 0. The last hash is also written to the service's own log, where whoever changes the database cannot
 * change it.
 */
@Component
class ChainChecker {
    private static final Logger log = LoggerFactory.getLogger(ChainChecker.class);

    private final ChainVerifier chainVerifier;
    private final ChainCheckRepository chainCheckRepository;
    private final SecurityAlertService securityAlertService;
    private final SecurityLogSettings settings;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ChainChecker(
            ChainVerifier chainVerifier,
            ChainCheckRepository chainCheckRepository,
            SecurityAlertService securityAlertService,
            SecurityLogSettings settings,
            TransactionRunner transactionRunner,
            MeterRegistry meters,
            Clock clock) {
        this.chainVerifier = chainVerifier;
        this.chainCheckRepository = chainCheckRepository;
        this.securityAlertService = securityAlertService;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
        Gauge.builder("atelier.securitylog.chain", chainCheckRepository, ChainChecker::last)
                .strongReference(true)
                .register(meters);
    }

    /** Checks the chain where the interval is over; an unfinished check starts again at the next call. */
    void checkWhenDue(BooleanSupplier mayGoOn) {
        var last = chainCheckRepository.findById(ChainCheckDocument.LAST);
        var due = last.map(chainCheckDocument -> chainCheckDocument.at().plus(settings.checkInterval()));
        if (due.filter(instant -> instant.isAfter(clock.instant())).isPresent()) {
            return;
        }
        var step = chainVerifier.begin();
        for (var next = step.nextAfter(); next != null; next = step.nextAfter()) {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            step = chainVerifier.after(next);
        }
        note(step);
    }

    private void note(ChainVerification end) {
        var fault = end.fault();
        if (fault == null) {
            log.info(
                    "The security log is intact up to entry {}, whose hash is {}.", end.lastSequence(), end.lastHash());
        } else {
            log.error("The security log is broken at entry {}: {}.", fault.sequence(), fault.kind());
        }
        transactionRunner.run(() -> {
            var before = chainCheckRepository.findById(ChainCheckDocument.LAST);
            var lock = before.map(ChainCheckDocument::lock).orElse(null);
            chainCheckRepository.save(
                    new ChainCheckDocument(ChainCheckDocument.LAST, clock.instant(), fault == null, lock));
            if (fault != null && before.map(ChainCheckDocument::whole).orElse(true)) {
                securityAlertService.raise(SecurityAlertKind.LOG_BROKEN);
            }
        });
    }

    private static double last(ChainCheckRepository chainCheckRepository) {
        try {
            return chainCheckRepository
                    .findById(ChainCheckDocument.LAST)
                    .map(chainCheckDocument -> chainCheckDocument.whole() ? 1.0 : 0.0)
                    .orElse(Double.NaN);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
