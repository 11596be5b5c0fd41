package dev.atelier.agentrun.model.builtin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Extracts arguments from sentences: numbers, quoted titles, dates, states, priorities. */
final class ArgumentExtractor {
    private static final List<String> NUMBERS =
            List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern QUOTED = Pattern.compile("[\"“„«']([^\"“”„«»']{2,200})[\"”“»']");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
    private static final Pattern DIGITS = Pattern.compile("\\b(10|[1-9])\\b(?!-)");

    private ArgumentExtractor() {}

    /** Returns the requested number: 1 when the sentence has none, at most 10. */
    static int count(String sentence) {
        var lower = sentence.toLowerCase(Locale.ROOT);
        for (int i = NUMBERS.size() - 1; i > 0; i--) {
            if (lower.matches("(?s).*\\b" + NUMBERS.get(i) + "\\b.*")) {
                return i;
            }
        }
        var digits = DIGITS.matcher(lower);
        return digits.find() ? Integer.parseInt(digits.group(1)) : 1;
    }

    static Optional<String> quoted(String sentence) {
        var quoted = QUOTED.matcher(sentence);
        return quoted.find() ? Optional.of(quoted.group(1).strip()) : Optional.empty();
    }

    static Optional<LocalDate> date(String sentence, LocalDate today) {
        var date = DATE.matcher(sentence);
        if (date.find()) {
            return Optional.of(LocalDate.parse(date.group(1)));
        }
        var lower = sentence.toLowerCase(Locale.ROOT);
        if (lower.contains("tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        if (lower.contains("next week")) {
            return Optional.of(today.plusWeeks(1));
        }
        for (var day : DayOfWeek.values()) {
            if (lower.contains(day.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(today.with(TemporalAdjusters.next(day)));
            }
        }
        return lower.matches("(?s).*\\btoday\\b.*") ? Optional.of(today) : Optional.empty();
    }

    static Optional<String> state(String sentence) {
        var lower = sentence.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*\\b(done|finished|completed?)\\b.*")) {
            return Optional.of("DONE");
        }
        if (lower.contains("blocked")) {
            return Optional.of("BLOCKED");
        }
        if (lower.matches("(?s).*\\b(in progress|started)\\b.*")) {
            return Optional.of("IN_PROGRESS");
        }
        return lower.matches("(?s).*\\b(open|reopen)\\b.*") ? Optional.of("OPEN") : Optional.empty();
    }

    static Optional<String> priority(String sentence) {
        var lower = sentence.toLowerCase(Locale.ROOT);
        return List.of("urgent", "high", "normal", "low").stream()
                .filter(word -> lower.matches("(?s).*\\b" + word + "\\b.*"))
                .findFirst()
                .map(word -> word.toUpperCase(Locale.ROOT));
    }
}
