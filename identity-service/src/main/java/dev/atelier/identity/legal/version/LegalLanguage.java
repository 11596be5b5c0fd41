package dev.atelier.identity.legal.version;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of legal documents. */
public enum LegalLanguage {
    EN,
    FR;

    /** Returns the language of a tag such as {@code fr-CA}; English where it is not supported. */
    public static LegalLanguage of(@Nullable String tag) {
        return tag != null && Locale.forLanguageTag(tag).getLanguage().equals("fr") ? FR : EN;
    }

    /** Returns {@code en} or {@code fr}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
