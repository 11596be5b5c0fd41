package dev.atelier.identity.account;

import dev.atelier.events.privacy.NotPersonal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person prefers; we are its holder.
 *
 * @param locale one of {@link #LOCALES}
 * @param timeZone a zone of the IANA database, {@code Europe/Paris}
 */
public record UserPreferences(
        @NotPersonal("a language of thousands") String locale,
        @NotPersonal("a time zone of millions") String timeZone) {
    /** The languages we speak, as tags of BCP 47; their letters may come in either case. */
    public static final List<String> LOCALES = List.of("en", "fr");

    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public UserPreferences {
        locale = locale.toLowerCase(Locale.ROOT);
        if (!knowsLocale(locale) || !knowsTimeZone(timeZone)) {
            throw new IllegalArgumentException("a locale and a time zone that we know");
        }
    }

    public static boolean knowsLocale(String tag) {
        return LOCALES.contains(tag.toLowerCase(Locale.ROOT));
    }

    public static boolean knowsTimeZone(String id) {
        return TIME_ZONES.contains(id);
    }
}
