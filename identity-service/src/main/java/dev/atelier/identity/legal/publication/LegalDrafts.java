package dev.atelier.identity.legal.publication;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalLanguage;
import dev.atelier.identity.legal.version.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The drafts of all documents that this version ships, for an operator to complete and publish. */
@Component
class LegalDrafts {
    /** Start of the notice at the head of a draft, in each language. */
    private static final List<String> NOTICES =
            List.of("> **Draft, shipped with Atelier.**", "> **Projet, fourni avec Atelier.**");

    /** Returns a draft in both languages, as Markdown. */
    LocalizedText of(LegalDocument document) {
        return new LocalizedText(read(document, LegalLanguage.EN), read(document, LegalLanguage.FR));
    }

    /** Whether a text still contains the draft notice. */
    static boolean isDraft(String text) {
        return NOTICES.stream().anyMatch(text::contains);
    }

    private static String read(LegalDocument document, LegalLanguage language) {
        var name = "legal/drafts/%s.%s.md".formatted(document.name().toLowerCase(Locale.ROOT), language.tag());
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
