package dev.atelier.identity.account;

import dev.atelier.events.privacy.NotPersonal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's preferences; this service is their source.
 *
 * @param locale one of {@link #LOCALES}
 * @param timeZone a zone of the IANA database, {@code Europe/Paris}
 */
public record UserPreferences(
        @NotPersonal("a language of thousands") String locale,
        @NotPersonal("a time zone of millions") String timeZone) {
    /** Supported languages, as BCP 47 tags; compared without regard to case. */
    public static final List<String> LOCALES = List.of("en", "fr");

    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public UserPreferences {
        locale = locale.toLowerCase(Locale.ROOT);
        if (!supportsLocale(locale) || !supportsTimeZone(timeZone)) {
            throw new IllegalArgumentException("unknown locale or time zone");
        }
    }

    public static boolean supportsLocale(String tag) {
        return LOCALES.contains(tag.toLowerCase(Locale.ROOT));
    }

    public static boolean supportsTimeZone(String id) {
        return TIME_ZONES.contains(id);
    }
}
