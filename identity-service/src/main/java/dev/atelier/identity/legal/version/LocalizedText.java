package dev.atelier.identity.legal.version;

import dev.atelier.events.privacy.NotPersonal;

/** The same in both languages, in Markdown. */
public record LocalizedText(
        @NotPersonal("published") String en,
        @NotPersonal("published") String fr) {
    /** In one of them. */
    public String in(LegalLanguage language) {
        return language == LegalLanguage.FR ? fr : en;
    }
}
