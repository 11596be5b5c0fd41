package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.identity.securitylog.alert.SecurityAlertSettings.AlertThreshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Recent signals of one account or network. Every count writes this document, so that concurrent counts see each other.
 *
 * @param id the kind of alert, and the account's id or the network
 * @param marks signals within the window, as many as the threshold at most
 * @param raised when the last alert was raised
 */
@TypeAlias("alert-watch")
@Document("securityWatches")
record AbuseCounter(
        @Id
        @PersonalData(
                category = Category.TECHNICAL,
                purpose = "notices abuse of accounts",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "two windows of the alarm: two days at most")
        String id,

        List<CountedSignal> marks,
        @Nullable Instant raised,
        @Indexed(expireAfter = "0s") Instant expires,
        @Version @Nullable Long lock) {
    /** A counted signal. */
    record CountedSignal(
            @PersonalData(
                    category = Category.TECHNICAL,
                    purpose = "tells different accounts from one",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "two windows of the alarm: two days at most")
            String what,

            Instant at) {}

    AbuseCounter {
        marks = List.copyOf(marks);
    }

    static AbuseCounter over(String id, Instant now) {
        return new AbuseCounter(id, List.of(), null, now, null);
    }

    /** Adds a signal; drops signals before the window that ends with the newest, and counts a repeated one once. */
    AbuseCounter add(CountedSignal countedSignal, AlertThreshold alertThreshold, Instant now) {
        var all = new ArrayList<>(marks);
        all.removeIf(earlier -> earlier.what().equals(countedSignal.what()));
        all.add(countedSignal);
        all.sort(Comparator.comparing(CountedSignal::at));
        var begin = all.getLast().at().minus(alertThreshold.window());
        all.removeIf(earlier -> !earlier.at().isAfter(begin));
        var counted = all.subList(Math.max(0, all.size() - alertThreshold.threshold()), all.size());
        return new AbuseCounter(
                id, counted, raised, now.plus(alertThreshold.window().multipliedBy(2)), lock);
    }

    /** Whether to raise an alert: the threshold is reached, and no alert was raised within the window. */
    boolean crosses(AlertThreshold alertThreshold) {
        return marks.size() >= alertThreshold.threshold()
                && (raised == null
                        || !raised.plus(alertThreshold.window())
                                .isAfter(marks.getLast().at()));
    }

    /** Starts again after an alert was raised. */
    AbuseCounter reset() {
        return new AbuseCounter(id, List.of(), marks.getLast().at(), expires, lock);
    }
}
