package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.identity.securitylog.alert.AlertSettings.Rule;
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
record Watch(
        @Id
        @PersonalData(
                category = Category.TECHNICAL,
                purpose = "notices abuse of accounts",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "two windows of the alarm: two days at most")
        String id,

        List<Mark> marks,
        @Nullable Instant raised,
        @Indexed(expireAfter = "0s") Instant expires,
        @Version @Nullable Long lock) {
    /** One that counts. */
    record Mark(
            @PersonalData(
                    category = Category.TECHNICAL,
                    purpose = "tells different accounts from one",
                    basis = Basis.LEGITIMATE_INTEREST,
                    retention = "two windows of the alarm: two days at most")
            String what,

            Instant at) {}

    Watch {
        marks = List.copyOf(marks);
    }

    static Watch over(String id, Instant now) {
        return new Watch(id, List.of(), null, now, null);
    }

    /** One more; what is older than the window before the newest, and what was seen before, counts no more. */
    Watch saw(Mark mark, Rule rule, Instant now) {
        var all = new ArrayList<>(marks);
        all.removeIf(earlier -> earlier.what().equals(mark.what()));
        all.add(mark);
        all.sort(Comparator.comparing(Mark::at));
        var begin = all.getLast().at().minus(rule.window());
        all.removeIf(earlier -> !earlier.at().isAfter(begin));
        var counted = all.subList(Math.max(0, all.size() - rule.threshold()), all.size());
        return new Watch(id, counted, raised, now.plus(rule.window().multipliedBy(2)), lock);
    }

    /** Whether there is an alarm: as many as the threshold, and none within the window before. */
    boolean crosses(Rule rule) {
        return marks.size() >= rule.threshold()
                && (raised == null
                        || !raised.plus(rule.window()).isAfter(marks.getLast().at()));
    }

    /** As it is once the alarm was raised. */
    Watch countedAnew() {
        return new Watch(id, List.of(), marks.getLast().at(), expires, lock);
    }
}
