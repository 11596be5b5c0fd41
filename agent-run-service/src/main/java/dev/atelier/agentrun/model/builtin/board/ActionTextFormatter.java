package dev.atelier.agentrun.model.builtin.board;

import dev.atelier.agentrun.model.builtin.board.ActionBoard.ActionCard;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Formats states, days and counts. */
public final class ActionTextFormatter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ActionTextFormatter() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String ago(LocalDate day, LocalDate today) {
        return count(ChronoUnit.DAYS.between(day, today), "day") + " ago";
    }

    static String state(ActionCard card) {
        return switch (card.state()) {
            case "IN_PROGRESS" -> "in progress";
            default -> card.state().toLowerCase(Locale.ROOT);
        };
    }

    static String priority(ActionCard card) {
        return card.priority().toLowerCase(Locale.ROOT);
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns a clause such as {@code and was due on 3 May, 2 days ago}; empty without a date. */
    static String dueClause(ActionCard card, LocalDate today) {
        if (card.due() == null) {
            return "";
        }
        return card.due().isBefore(today)
                ? " and was due on " + day(card.due()) + ", " + ago(card.due(), today)
                : " and due on " + day(card.due());
    }

    /** Returns one line for an action. */
    static String line(ActionCard card, LocalDate today) {
        var line = new StringBuilder(card.title());
        if (card.due() != null) {
            line.append(", due ").append(day(card.due()));
            if (!card.finished() && card.due().isBefore(today)) {
                line.append(" (").append(ago(card.due(), today)).append(")");
            }
        }
        if (card.weight() >= 2) {
            line.append(", ").append(priority(card));
        }
        if (!card.finished()) {
            line.append(", ").append(state(card));
        }
        if (!card.assignees().isEmpty()) {
            line.append(", ").append(names(card.assignees()));
        }
        return line.toString();
    }

    static String names(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
