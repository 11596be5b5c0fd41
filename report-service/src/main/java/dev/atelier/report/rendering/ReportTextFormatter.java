package dev.atelier.report.rendering;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Formats dates, numbers and names of states for the reader. The templates use it as {@code words}; they can call only
 * public methods.
 */
final class ReportTextFormatter {
    private static final String NONE = "–";

    /** Maximum number of printed UTF-16 units of one text, about 50 pages. */
    static final int LONGEST = 100_000;

    /** Maximum number of printed lines of one text. */
    static final int MOST_LINES = 10_000;

    private final MessageSource messages;
    private final ReportRecipient reportRecipient;

    ReportTextFormatter(MessageSource messages, ReportRecipient reportRecipient) {
        this.messages = messages;
        this.reportRecipient = reportRecipient;
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(reportRecipient.locale())
                        .format(date);
    }

    /** Formats a date and time in the reader's time zone, with the zone's short name. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return NONE;
        }
        var there = instant.atZone(reportRecipient.zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(reportRecipient.locale())
                        .format(there)
                + DateTimeFormatter.ofPattern(" z", reportRecipient.locale()).format(there);
    }

    /** Formats a duration: {@code 0.8 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        if (duration.toSeconds() < 60) {
            var seconds = BigDecimal.valueOf(duration.toMillis(), 3);
            return say("duration.seconds", number(seconds, duration.toSeconds() < 10 ? 1 : 0));
        }
        return duration.toHours() == 0
                ? say("duration.minutes", duration.toMinutes(), duration.toSecondsPart())
                : say("duration.hours", duration.toHours(), duration.toMinutesPart());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(reportRecipient.locale()).format(number);
    }

    /** Formats an amount with up to six decimals, because steps cost fractions of a cent. */
    public String money(RunReport.RunCost cost) {
        var currency = currency(cost.currency());
        var format = currency == null
                ? NumberFormat.getNumberInstance(reportRecipient.locale())
                : NumberFormat.getCurrencyInstance(reportRecipient.locale());
        if (currency != null) {
            format.setCurrency(currency);
        }
        format.setMaximumFractionDigits(6);
        var amount = format.format(BigDecimal.valueOf(cost.micros(), 6));
        return currency == null ? amount + " " + cost.currency() : amount;
    }

    /** Returns a person's name, or a text for an unknown one. */
    public String person(String name) {
        return name.isEmpty() ? say("person.gone") : name;
    }

    /** Returns the names of people. */
    public String people(List<ProjectReport.ReportPerson> people) {
        return people.stream().map(one -> person(one.name())).collect(Collectors.joining(", "));
    }

    /** Returns the text, cut to the printed length with a note. */
    public String fit(String text) {
        int end = end(text);
        if (end == text.length()) {
            return text;
        }
        return text.substring(0, end) + "\n\n" + say("text.cut", number(end), number(text.length()));
    }

    private static int end(String text) {
        int end = 0;
        int lines = 1;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (next > LONGEST || (text.charAt(end) == '\n' && ++lines > MOST_LINES)) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Returns the currency; null for an invalid code of an old price that was not validated. */
    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns the text of an enumerated value, key {@code state.OPEN}; the value itself when there is none. */
    public String word(String set, Object value) {
        var text = messages.getMessage(set + "." + value, null, value.toString(), reportRecipient.locale());
        return text == null ? value.toString() : text;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, reportRecipient.locale());
    }

    private String number(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(reportRecipient.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
