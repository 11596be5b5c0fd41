package dev.atelier.report.rendering;

import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.privacy.SentRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content of a project's report.
 *
 * @param from first day of the period, null for an open beginning
 * @param to last day of the period, null for an open end
 * @param today date of the report in the reader's time zone; unfinished actions due before it are overdue
 */
@SentRecord(to = "the reader of the report")
public record ProjectReport(
        @NotPersonal("the display name of a thing") String workspace,
        @NotPersonal("the display name of a thing") String project,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant madeAt,
        LocalDate today,
        List<ReportItem> items) {

    public ProjectReport {
        items = List.copyOf(items);
    }

    /** Returns the number of actions in a state. */
    public long count(ItemState state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    /** Returns the number of overdue actions. */
    public long overdue() {
        return items.stream().filter(this::overdue).count();
    }

    public boolean overdue(ReportItem item) {
        return item.state() != ItemState.DONE
                && item.due() != null
                && item.due().isBefore(today);
    }

    /**
     * Returns a state's share of all actions in percent, for the bar. It is rounded, so the shares may add up to 99 or
     * 101.
     */
    public long share(ItemState state) {
        return items.isEmpty() ? 0 : Math.round(100.0 * count(state) / items.size());
    }

    /** Returns the actions of a state by priority (highest first), due date and title. */
    public List<ReportItem> in(ItemState state) {
        return items.stream()
                .filter(item -> item.state() == state)
                .sorted(Comparator.comparing(ReportItem::priority)
                        .reversed()
                        .thenComparing(ReportItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ReportItem::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * Returns the workload of each person, by name. People with the same name have separate rows. Unassigned actions
     * are not included.
     */
    public List<PersonWorkload> loads() {
        var byPerson = new HashMap<ReportPerson, List<ReportItem>>();
        items.forEach(item -> item.assignees()
                .forEach(person ->
                        byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(item)));
        return byPerson.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ReportPerson::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(person -> person.id().value())))
                .map(entry -> PersonWorkload.of(entry.getKey(), entry.getValue(), this))
                .toList();
    }

    /**
     * A person with actions.
     *
     * @param name empty when it is unknown
     */
    public record ReportPerson(
            UserId id,

            @PersonalData(
                    category = Category.NAME,
                    purpose = "says who does what",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            String name) {}

    /** One action. */
    public record ReportItem(
            @PersonalData(
                    category = Category.CONTENT,
                    purpose = "the work the report is about",
                    basis = Basis.CONTRACT,
                    retention = "as long as the report")
            String title,

            ItemState state,
            ItemPriority priority,

            List<ReportPerson> assignees,

            @Nullable LocalDate due,
            Instant changedAt) {
        public ReportItem {
            assignees = List.copyOf(assignees);
        }
    }

    /** Workload of one person. */
    public record PersonWorkload(ReportPerson person, long waiting, long overdue, long done) {

        private static PersonWorkload of(ReportPerson person, List<ReportItem> items, ProjectReport report) {
            var done = items.stream()
                    .filter(item -> item.state() == ItemState.DONE)
                    .count();
            return new PersonWorkload(
                    person,
                    items.size() - done,
                    items.stream().filter(report::overdue).count(),
                    done);
        }
    }

    /** State of an action. */
    public enum ItemState {
        IN_PROGRESS,
        BLOCKED,
        OPEN,
        DONE
    }

    /** Priority of an action. */
    public enum ItemPriority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }
}
