package dev.atelier.agentrun.model.builtin.board;

import dev.atelier.agentrun.model.builtin.board.ActionBoard.ActionCard;
import java.time.LocalDate;
import java.util.List;

/** Summarises a project's status in counts, dates and names, from its actions. */
public final class StatusSummarizer {
    private static final int MOST = 8;
    private static final int WEEK = 7;

    private StatusSummarizer() {}

    public static String of(ActionBoard board, LocalDate today) {
        var text = new StringBuilder(opening(board, today));
        section(text, "Overdue", board.overdue(today), today, false);
        section(text, "Blocked", board.in("BLOCKED"), today, true);
        section(text, "Due within a week", board.dueWithin(today, WEEK), today, false);
        people(text, board, today);
        return text.toString();
    }

    private static String opening(ActionBoard board, LocalDate today) {
        var done = board.in("DONE").size();
        var told = board.actions().size();
        var project = board.project() == null ? "The project" : "“" + board.project() + "”";
        if (told == 0) {
            return project + " has no actions on " + ActionTextFormatter.date(today) + ".";
        }
        return project + " on " + ActionTextFormatter.date(today) + ": "
                + ActionTextFormatter.count(board.total(), "action")
                + (told < board.total() ? ", of which the first " + told + " were read" : "") + ". " + done + " done ("
                + Math.round(100.0 * done / told) + " %), "
                + board.in("IN_PROGRESS").size() + " in progress, "
                + board.in("BLOCKED").size() + " blocked, " + board.in("OPEN").size() + " open; "
                + board.overdue(today).size() + " overdue.";
    }

    private static void section(
            StringBuilder text, String heading, List<ActionCard> cards, LocalDate today, boolean reasons) {
        if (cards.isEmpty()) {
            return;
        }
        text.append("\n\n").append(heading).append(" (").append(cards.size()).append(")");
        for (var card : cards.subList(0, Math.min(MOST, cards.size()))) {
            text.append("\n- ").append(ActionTextFormatter.line(card, today));
            if (reasons) {
                SentenceExtractor.reason(card)
                        .ifPresent(reason -> text.append(": ").append(reason));
            }
        }
        if (cards.size() > MOST) {
            text.append("\n- and ").append(cards.size() - MOST).append(" more");
        }
    }

    private static void people(StringBuilder text, ActionBoard board, LocalDate today) {
        var people = board.byPerson();
        if (people.isEmpty()) {
            return;
        }
        text.append("\n\nUnfinished by person");
        people.forEach((name, cards) -> {
            var late = cards.stream()
                    .filter(card -> card.due() != null && card.due().isBefore(today))
                    .count();
            text.append("\n- ").append(name).append(": ").append(cards.size());
            if (late > 0) {
                text.append(", ").append(late).append(" overdue");
            }
        });
        var nobodys = board.actions().stream()
                .filter(card -> !card.finished() && card.assignees().isEmpty())
                .count();
        if (nobodys > 0) {
            text.append("\n- nobody: ").append(nobodys);
        }
    }
}
