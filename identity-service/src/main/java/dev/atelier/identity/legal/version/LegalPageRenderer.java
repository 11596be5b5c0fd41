package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.kit.crypto.Sha256;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Renders versions as HTML pages. HTML inside the Markdown is shown as text; links lead to the web and to mail only.
 */
@Component
public class LegalPageRenderer {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
            h1, h2, h3 { line-height: 1.25; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid currentColor; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
            footer { border-top: 1px solid currentColor; font-size: 0.9375rem; margin-top: 2rem; }
            """;

    /** The page loads, runs and sends nothing; only its own styles apply. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(Sha256.of(STYLE)));

    private static final String UTF_8 = "UTF-8";

    /** Depth of nested quotes and lists; deeper ones are shown as text. */
    private static final int DEEPEST = 20;

    private final Parser parser;
    private final HtmlRenderer renderer;

    LegalPageRenderer() {
        var tables = List.of(TablesExtension.create());
        parser =
                Parser.builder().extensions(tables).maxOpenBlockParsers(DEEPEST).build();
        renderer = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
    }

    String of(LegalVersion version, LegalLanguage language) {
        var french = language == LegalLanguage.FR;
        var locale = french ? Locale.FRENCH : Locale.ENGLISH;
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(version.effectiveFrom().atZone(ZoneOffset.UTC));
        var footer = (french ? "Version %d, applicable à compter du %s (UTC)." : "Version %d, in effect from %s (UTC).")
                .formatted(version.number(), day);
        return page(
                language,
                title(version.document(), language),
                renderer.render(parser.parse(version.text().in(language))),
                footer);
    }

    /** Renders a page that says that no version of the document is published. */
    String unpublished(LegalDocument document, LegalLanguage language) {
        var title = title(document, language);
        var sentence = language == LegalLanguage.FR
                ? "L’exploitant de cette installation n’a pas encore publié ce document."
                : "The operator of this installation has not published this document yet.";
        var body = "<h1>%s</h1>\n<p>%s</p>\n".formatted(HtmlUtils.htmlEscape(title, UTF_8), sentence);
        return page(language, title, body, "Atelier");
    }

    private static String page(LegalLanguage language, String title, String body, String footer) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            %s</main>
            <footer><p>%s</p></footer>
            </body>
            </html>
            """.formatted(
                language.tag(), HtmlUtils.htmlEscape(title, UTF_8), STYLE, body, HtmlUtils.htmlEscape(footer, UTF_8));
    }

    /** Returns the document's title. */
    public static String title(LegalVersion version, LegalLanguage language) {
        return title(version.document(), language);
    }

    private static String title(LegalDocument document, LegalLanguage language) {
        boolean french = language == LegalLanguage.FR;
        return switch (document) {
            case TERMS -> french ? "Conditions d’utilisation" : "Terms of use";
            case PRIVACY_POLICY -> french ? "Politique de confidentialité" : "Privacy policy";
            case DATA_PROCESSING_ADDENDUM ->
                french ? "Accord de sous-traitance des données" : "Data processing addendum";
            case SUBPROCESSORS -> french ? "Sous-traitants ultérieurs" : "Subprocessors";
            case COOKIE_POLICY -> french ? "Politique de cookies" : "Cookie policy";
            case SECURITY_POLICY -> french ? "Politique de sécurité" : "Security policy";
        };
    }
}
