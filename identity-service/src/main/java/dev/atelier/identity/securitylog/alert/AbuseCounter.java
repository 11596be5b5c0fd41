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
 * What one account or network did of late. Whoever counts writes it, so that of two at once one sees the other.
 *
 * @param id what is counted, and the account's id or the network
 * @param marks of the window, as many as the threshold at most
 * @param raised when there was an alarm last
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
    /** One that counts. */
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

    /** One more; what is older than the window before the newest, and what was seen before, counts no more. */
    AbuseCounter saw(CountedSignal countedSignal, AlertThreshold alertThreshold, Instant now) {
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

    /** Whether there is an alarm: as many as the threshold, and none within the window before. */
    boolean crosses(AlertThreshold alertThreshold) {
        return marks.size() >= alertThreshold.threshold()
                && (raised == null
                        || !raised.plus(alertThreshold.window())
                                .isAfter(marks.getLast().at()));
    }

    /** As it is once the alarm was raised. */
    AbuseCounter countedAnew() {
        return new AbuseCounter(id, List.of(), marks.getLast().at(), expires, lock);
    }
}
