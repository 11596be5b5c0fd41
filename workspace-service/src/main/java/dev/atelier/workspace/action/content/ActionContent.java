package dev.atelier.workspace.action.content;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.CodePointLength;
import dev.atelier.workspace.action.history.FieldChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The editable content of an action.
 *
 * @param title 1 to 200 characters, without surrounding blanks
 * @param description up to 20,000 characters
 * @param assignees up to 50 people of the project, in the order of their ids
 * @param due from 1970 to 9999; null if it has no date
 * @param tags up to 20 of 1 to 40 characters without a comma, in alphabetical order; case does not distinguish tags
 * @param checklist up to 100 lines, in their order
 */
public record ActionContent(
        String title,
        String description,
        ActionState state,
        List<UserId> assignees,
        @Nullable LocalDate due,
        ActionPriority priority,
        List<String> tags,
        List<ChecklistItem> checklist) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 20_000;
    public static final int MAX_ASSIGNEES = 50;
    public static final int MAX_TAGS = 20;
    public static final int MAX_TAG = 40;
    public static final int MAX_CHECKLIST = 100;

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    public ActionContent {
        title = title.strip();
        if (title.isEmpty() || CodePointLength.of(title) > MAX_TITLE) {
            throw InvalidInput.of("title", "must have 1 to " + MAX_TITLE + " characters");
        }
        if (CodePointLength.of(description) > MAX_DESCRIPTION) {
            throw InvalidInput.of("description", "must have at most " + MAX_DESCRIPTION + " characters");
        }
        assignees = assignees.stream()
                .distinct()
                .sorted(Comparator.comparing(UserId::toString))
                .toList();
        if (assignees.size() > MAX_ASSIGNEES) {
            throw InvalidInput.of("assignees", "must be at most " + MAX_ASSIGNEES + " people");
        }
        if (due != null && (due.isBefore(FIRST) || due.isAfter(LAST))) {
            throw InvalidInput.of("due", "must be a date from " + FIRST + " to " + LAST);
        }
        tags = distinct(tags);
        if (tags.size() > MAX_TAGS
                || tags.stream().anyMatch(tag -> tag.isEmpty() || CodePointLength.of(tag) > MAX_TAG)) {
            throw InvalidInput.of("tags", "must be at most " + MAX_TAGS + " of 1 to " + MAX_TAG + " characters");
        }
        checklist = List.copyOf(checklist);
        if (checklist.size() > MAX_CHECKLIST) {
            throw InvalidInput.of("checklist", "must have at most " + MAX_CHECKLIST + " lines");
        }
        checklist.forEach(ChecklistItem::validate);
    }

    private static List<String> distinct(List<String> tags) {
        var distinct = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        tags.forEach(tag -> distinct.putIfAbsent(tag.strip(), tag.strip()));
        return List.copyOf(distinct.values());
    }

    /** Returns the searchable texts: title, tags and description, in this order. */
    public List<String> texts() {
        var texts = new ArrayList<String>();
        texts.add(title);
        texts.addAll(tags);
        texts.add(description);
        return List.copyOf(texts);
    }

    public ActionContent withoutAssignee(UserId person) {
        return new ActionContent(
                title,
                description,
                state,
                assignees.stream().filter(one -> !one.equals(person)).toList(),
                due,
                priority,
                tags,
                checklist);
    }

    /** Returns the fields in which the other content differs. */
    public List<FieldChange> changesTo(ActionContent other) {
        var changes = new ArrayList<FieldChange>();
        compare(changes, "title", List.of(title), List.of(other.title));
        compare(changes, "description", text(description), text(other.description));
        compare(changes, "state", List.of(state.name()), List.of(other.state.name()));
        compare(changes, "assignees", ids(assignees), ids(other.assignees));
        compare(changes, "due", date(due), date(other.due));
        compare(changes, "priority", List.of(priority.name()), List.of(other.priority.name()));
        compare(changes, "tags", tags, other.tags);
        compare(changes, "checklist", lines(checklist), lines(other.checklist));
        return List.copyOf(changes);
    }

    /** Returns all fields that have a value, as changes from nothing. */
    public List<FieldChange> changesFromEmpty() {
        var changes = new ArrayList<FieldChange>();
        compare(changes, "title", List.of(), List.of(title));
        compare(changes, "description", List.of(), text(description));
        compare(changes, "state", List.of(), List.of(state.name()));
        compare(changes, "assignees", List.of(), ids(assignees));
        compare(changes, "due", List.of(), date(due));
        compare(changes, "priority", List.of(), List.of(priority.name()));
        compare(changes, "tags", List.of(), tags);
        compare(changes, "checklist", List.of(), lines(checklist));
        return List.copyOf(changes);
    }

    private static void compare(List<FieldChange> changes, String field, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static List<String> text(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> date(@Nullable LocalDate date) {
        return date == null ? List.of() : List.of(date.toString());
    }

    private static List<String> lines(List<ChecklistItem> checklist) {
        return checklist.stream().map(ChecklistItem::toText).toList();
    }

    private static List<String> ids(List<UserId> people) {
        return people.stream().map(UserId::toString).toList();
    }
}
