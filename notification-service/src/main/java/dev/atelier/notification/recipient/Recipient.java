package dev.atelier.notification.recipient;

import dev.atelier.events.UserState;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recipient of a mail, with their language and time zone. */
public record Recipient(String email, String name, Locale locale, ZoneId zone) {
    /** The languages of {@code messages/mail*.properties}. */
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    static Optional<Recipient> of(UserState user) {
        var email = user.email();
        return email == null
                ? Optional.empty()
                : Optional.of(new Recipient(email, user.displayName(), locale(user.locale()), zone(user.timeZone())));
    }

    /** Returns English if the language is not known or has no texts. */
    public static Locale locale(@Nullable String tag) {
        var wanted = Locale.forLanguageTag(tag == null ? "" : tag);
        return LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
