package dev.atelier.notification.mail.rendering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of mails in the languages of {@code messages/mail*.properties}. Another language needs one more file there.
 */
@Component
public class MailMessages {
    /** Unlike {@link ZoneOffset#UTC} this zone has a display name. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The zones where a day ends last and where it begins first. */
    private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** Loads the texts. */
    public MailMessages() {
        messages.setBasename("messages.mail");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /**
     * Returns the text with its placeholders filled.
     *
     * @throws org.springframework.context.NoSuchMessageException if there is no text with this key
     */
    public String getText(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Returns the texts {@code key.1}, {@code key.2} and so on, up to the first one missing. */
    List<String> paragraphs(Locale locale, String key, Object... values) {
        var paragraphs = new ArrayList<String>();
        for (var text = find(locale, key + ".1", values);
                text.isPresent();
                text = find(locale, key + "." + (paragraphs.size() + 1), values)) {
            paragraphs.add(text.get());
        }
        return paragraphs;
    }

    /**
     * Returns the text of a code, {@code key.code}; for an unknown code that of {@code key.other} with the code in it.
     */
    public String reason(Locale locale, String key, String code) {
        return find(locale, key + "." + code).orElseGet(() -> getText(locale, key + ".other", code));
    }

    /** Returns the text with its placeholders filled; empty if there is no text with this key. */
    public Optional<String> find(Locale locale, String key, Object... values) {
        return Optional.ofNullable(messages.getMessage(key, values, "", locale)).filter(text -> !text.isEmpty());
    }

    /** Formats a date: "March 4, 2026". */
    public String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /**
     * Formats a deadline for readers whose time zone is not known: the last day that ends before the deadline in every
     * time zone, or the moment itself if that day is over or not safely ahead.
     */
    public String until(Instant end, Instant now, Locale locale) {
        var day = end.atZone(LAST_ON_EARTH).toLocalDate().minusDays(1);
        return day.isAfter(now.atZone(FIRST_ON_EARTH).toLocalDate())
                ? getText(locale, "until.day", day(day, locale))
                : getText(locale, "until.moment", moment(end, locale, ZoneOffset.UTC));
    }

    /** Formats date, time and zone for the locale: "March 4, 2026 at 6:06 AM (Central European Standard Time)". */
    public String moment(Instant moment, Locale locale, ZoneId zone) {
        var there = moment.atZone(zone.equals(ZoneOffset.UTC) ? UTC : zone);
        return getText(
                locale,
                "moment",
                day(there.toLocalDate(), locale),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(there),
                DateTimeFormatter.ofPattern("zzzz", locale).format(there));
    }
}
