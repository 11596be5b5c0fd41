package dev.atelier.identity.legal.version;

import dev.atelier.events.privacy.NotPersonal;

/** A text in both languages, in Markdown. */
public record LocalizedText(
        @NotPersonal("published") String en,
        @NotPersonal("published") String fr) {
    public String in(LegalLanguage language) {
        return language == LegalLanguage.FR ? fr : en;
    }
}
