package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.securitylog.alert.AbuseCounter.CountedSignal;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts signals and raises an alert where a threshold is reached: one per window and account or network. */
@Component
public class SecurityAlertService {
    private static final Logger log = LoggerFactory.getLogger(SecurityAlertService.class);

    private final AbuseCounterRepository abuseCounterRepository;
    private final SecurityAlertRepository securityAlertRepository;
    private final SecurityAlertSettings settings;
    private final SecurityLogSettings logSettings;
    private final SecurityLog entries;
    private final Outbox outbox;
    private final Clock clock;

    SecurityAlertService(
            AbuseCounterRepository abuseCounterRepository,
            SecurityAlertRepository securityAlertRepository,
            SecurityAlertSettings settings,
            SecurityLogSettings logSettings,
            SecurityLog entries,
            Outbox outbox,
            Clock clock) {
        this.abuseCounterRepository = abuseCounterRepository;
        this.securityAlertRepository = securityAlertRepository;
        this.settings = settings;
        this.logSettings = logSettings;
        this.entries = entries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Counts a signal; requires a running transaction. */
    public void count(AbuseSignal abuseSignal) {
        TransactionRunner.requireTransaction("counting for an alarm");
        var alertThreshold = settings.rule(abuseSignal.alarm());
        var now = clock.instant();
        var abuseCounter = abuseCounterRepository
                .findById(abuseSignal.key())
                .orElseGet(() -> AbuseCounter.over(abuseSignal.key(), now))
                .add(new CountedSignal(abuseSignal.what(), abuseSignal.at()), alertThreshold, now);
        if (abuseCounter.crosses(alertThreshold)) {
            var marks = abuseCounter.marks();
            raise(new SecurityAlert(
                    SecurityAlertId.next(),
                    abuseSignal.alarm(),
                    SecurityAlert.severity(abuseSignal.alarm()),
                    abuseSignal.userId(),
                    abuseSignal.network(),
                    marks.size(),
                    marks.getFirst().at(),
                    marks.getLast().at(),
                    now.plus(logSettings.retention())));
            abuseCounterRepository.save(abuseCounter.reset());
        } else {
            abuseCounterRepository.save(abuseCounter);
        }
    }

    /** Raises an alert without counting; requires a running transaction. */
    public void raise(SecurityAlertKind securityAlertKind) {
        var now = clock.instant();
        raise(new SecurityAlert(
                SecurityAlertId.next(),
                securityAlertKind,
                SecurityAlert.severity(securityAlertKind),
                null,
                null,
                1,
                now,
                now,
                now.plus(logSettings.retention())));
    }

    private void raise(SecurityAlert alert) {
        TransactionRunner.requireTransaction("an alarm");
        log.warn("Security alert {}: {}, {}.", alert.id(), alert.kind(), alert.severity());
        securityAlertRepository.save(alert);
        outbox.append(new SecurityAlertRaised(alert.id(), alert.kind(), alert.severity(), alert.userId()), 1);
        entries.append(
                List.of(SecurityLogEntryDraft.of("alert:" + alert.id(), clock.instant(), SecurityLogKind.ALERT_RAISED)
                        .detail(SecurityLogDetail.valueOf(alert.kind().name()))
                        .about(alert.userId())
                        .from(alert.network(), null)));
    }
}
