package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.SecurityLogSettings;
import dev.atelier.identity.securitylog.alert.Watch.Mark;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts, and raises an alarm where a threshold is crossed: one in each window of an account or a network. */
@Component
public class Alerting {
    private static final Logger log = LoggerFactory.getLogger(Alerting.class);

    private final Watches watches;
    private final Alerts alerts;
    private final AlertSettings settings;
    private final SecurityLogSettings logSettings;
    private final SecurityLog entries;
    private final Outbox outbox;
    private final Clock clock;

    Alerting(
            Watches watches,
            Alerts alerts,
            AlertSettings settings,
            SecurityLogSettings logSettings,
            SecurityLog entries,
            Outbox outbox,
            Clock clock) {
        this.watches = watches;
        this.alerts = alerts;
        this.settings = settings;
        this.logSettings = logSettings;
        this.entries = entries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Counts one more; demands a running transaction. */
    public void saw(Sighting sighting) {
        Transactions.demand("counting for an alarm");
        var rule = settings.rule(sighting.alarm());
        var now = clock.instant();
        var watch = watches.findById(sighting.key())
                .orElseGet(() -> Watch.over(sighting.key(), now))
                .saw(new Mark(sighting.what(), sighting.at()), rule, now);
        if (watch.crosses(rule)) {
            var marks = watch.marks();
            raise(new Alert(
                    SecurityAlertId.next(),
                    sighting.alarm(),
                    Alert.severity(sighting.alarm()),
                    sighting.userId(),
                    sighting.network(),
                    marks.size(),
                    marks.getFirst().at(),
                    marks.getLast().at(),
                    now.plus(logSettings.retention())));
            watches.save(watch.countedAnew());
        } else {
            watches.save(watch);
        }
    }

    /** Raises an alarm that nothing is counted for; demands a running transaction. */
    public void raise(Alarm alarm) {
        var now = clock.instant();
        raise(new Alert(
                SecurityAlertId.next(),
                alarm,
                Alert.severity(alarm),
                null,
                null,
                1,
                now,
                now,
                now.plus(logSettings.retention())));
    }

    private void raise(Alert alert) {
        Transactions.demand("an alarm");
        log.warn("Security alert {}: {}, {}.", alert.id(), alert.kind(), alert.severity());
        alerts.save(alert);
        outbox.append(new SecurityAlertRaised(alert.id(), alert.kind(), alert.severity(), alert.userId()), 1);
        entries.append(List.of(Note.of("alert:" + alert.id(), clock.instant(), Kind.ALERT_RAISED)
                .detail(Detail.valueOf(alert.kind().name()))
                .about(alert.userId())
                .from(alert.network(), null)));
    }
}
