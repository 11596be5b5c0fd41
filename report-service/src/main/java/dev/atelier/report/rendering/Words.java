package dev.atelier.report.rendering;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says dates, numbers and names of states the reader's way; the templates call it {@code words}, and can call public methods alone. */
final class Words {
    private static final String NONE = "–";
    private final MessageSource messages;
    private final Reader reader;

    Words(MessageSource messages, Reader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(reader.locale())
                        .format(date);
    }

    /** A day and minute in the reader's time zone, with the zone's short name. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return NONE;
        }
        var there = instant.atZone(reader.zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(reader.locale())
                        .format(there)
                + DateTimeFormatter.ofPattern(" z", reader.locale()).format(there);
    }

    /** {@code 0.8 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
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
        return NumberFormat.getIntegerInstance(reader.locale()).format(number);
    }

    /** Up to six decimals, as steps cost fractions of a cent. */
    public String money(RunReport.Cost cost) {
        var format = NumberFormat.getCurrencyInstance(reader.locale());
        format.setCurrency(Currency.getInstance(cost.currency()));
        format.setMaximumFractionDigits(6);
        return format.format(BigDecimal.valueOf(cost.micros(), 6));
    }

    /** The word for one of a closed set, {@code state.OPEN}; the value itself where there is none. */
    public String word(String set, Object value) {
        var text = messages.getMessage(set + "." + value, null, value.toString(), reader.locale());
        return text == null ? value.toString() : text;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, reader.locale());
    }

    private String number(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(reader.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
