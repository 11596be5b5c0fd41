package dev.atelier.agentrun.model.builtin.board;

import dev.atelier.agentrun.model.builtin.board.ActionBoard.ActionCard;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Suggests follow-up actions: remove the cause of a blocked action, set a new date for an overdue one, start one that
 * is due soon, find an owner for an important one without assignee. The kinds alternate, the most urgent of each first.
 * Titles that the project already has are not suggested again.
 */
public final class FollowUpSuggester {
    private static final int SOON = 4;
    private static final int MAX_TITLE = 200;

    private FollowUpSuggester() {}

    public static List<FollowUp> of(ActionBoard board, LocalDate today) {
        var kinds = List.of(
                each(board.in("BLOCKED"), card -> blocked(card, today)),
                each(late(board, today), card -> overdue(card, today)),
                each(notBegun(board, today), card -> notBegun(card, today)),
                each(nobodys(board), card -> nobodys(card, today)));
        var found = new ArrayList<FollowUp>();
        var subjects = new ArrayList<ActionCard>();
        for (int rank = 0; rank < board.actions().size(); rank++) {
            for (var kind : kinds) {
                if (rank < kind.size() && !subjects.contains(kind.get(rank).about())) {
                    subjects.add(kind.get(rank).about());
                    found.add(kind.get(rank));
                }
            }
        }
        return found.stream()
                .filter(one ->
                        board.actions().stream().noneMatch(card -> card.title().equals(one.title())))
                .toList();
    }

    private static List<FollowUp> each(List<ActionCard> cards, Function<ActionCard, FollowUp> make) {
        return cards.stream().map(make).toList();
    }

    private static List<ActionCard> late(ActionBoard board, LocalDate today) {
        return board.overdue(today).stream()
                .filter(card -> !card.state().equals("BLOCKED"))
                .sorted(ActionBoard.ORDER)
                .toList();
    }

    private static List<ActionCard> notBegun(ActionBoard board, LocalDate today) {
        return board.dueWithin(today, SOON).stream()
                .filter(card -> card.state().equals("OPEN"))
                .sorted(ActionBoard.ORDER)
                .toList();
    }

    private static List<ActionCard> nobodys(ActionBoard board) {
        return board.in("OPEN").stream()
                .filter(card -> card.assignees().isEmpty() && card.weight() >= 2)
                .toList();
    }

    private static FollowUp blocked(ActionCard card, LocalDate today) {
        return new FollowUp(
                card,
                title("Clear what blocks ‘%s’", card),
                SentenceExtractor.reason(card)
                                .map(reason -> "What is known: " + reason + " ")
                                .orElse("") + "The action is blocked" + ActionTextFormatter.dueClause(card, today)
                        + ".",
                card.priority(),
                workday(today, 2));
    }

    private static FollowUp overdue(ActionCard card, LocalDate today) {
        return new FollowUp(
                card,
                title("Agree on a new date for ‘%s’", card),
                "It is " + ActionTextFormatter.state(card) + " and was due on "
                        + ActionTextFormatter.day(card.dueOrNever()) + ", "
                        + ActionTextFormatter.ago(card.dueOrNever(), today) + ". " + SentenceExtractor.first(card),
                card.priority(),
                workday(today, 1));
    }

    private static FollowUp notBegun(ActionCard card, LocalDate today) {
        return new FollowUp(
                card,
                title("Begin ‘%s’ or move its date", card),
                "It is due on " + ActionTextFormatter.day(card.dueOrNever()) + " and nobody has begun it. "
                        + SentenceExtractor.first(card),
                card.priority(),
                workday(today, 1));
    }

    private static FollowUp nobodys(ActionCard card, LocalDate today) {
        return new FollowUp(
                card,
                title("Find somebody for ‘%s’", card),
                "Its priority is " + ActionTextFormatter.priority(card) + " and it has no assignee. "
                        + SentenceExtractor.first(card),
                "NORMAL",
                workday(today, 3));
    }

    private static String title(String form, ActionCard card) {
        int room = MAX_TITLE - form.length();
        var about = card.title().length() <= room ? card.title() : card.title().substring(0, room - 1) + "…";
        return form.formatted(about);
    }

    /** Returns the date that many working days later; weekends do not count. */
    private static LocalDate workday(LocalDate today, int days) {
        var day = today;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    /** A suggestion and the action that it refers to. */
    public record FollowUp(ActionCard about, String title, String description, String priority, LocalDate due) {
        public FollowUp {
            description = description.strip();
        }
    }
}
