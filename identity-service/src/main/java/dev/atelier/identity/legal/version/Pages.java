package dev.atelier.identity.legal.version;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Makes pages of versions. HTML inside the Markdown is shown as text, and links lead to the web and to mail alone. */
@Component
public class Pages {
    /** Nothing is loaded, run or sent. */
    static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String UTF_8 = "UTF-8";

    private final Parser parser;
    private final HtmlRenderer renderer;

    Pages() {
        var tables = List.of(TablesExtension.create());
        parser = Parser.builder().extensions(tables).build();
        renderer = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
    }

    String of(Version version, Language language) {
        var french = language == Language.FR;
        var locale = french ? Locale.FRENCH : Locale.ENGLISH;
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(version.effectiveFrom().atZone(ZoneOffset.UTC));
        var footer = (french ? "Version %d, applicable à compter du %s (UTC)." : "Version %d, in effect from %s (UTC).")
                .formatted(version.number(), day);
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            </head>
            <body>
            <main>
            %s</main>
            <footer><p>%s</p></footer>
            </body>
            </html>
            """.formatted(
                        language.tag(),
                        HtmlUtils.htmlEscape(title(version, language), UTF_8),
                        renderer.render(parser.parse(version.text().in(language))),
                        HtmlUtils.htmlEscape(footer, UTF_8));
    }

    /** What the document is called. */
    public static String title(Version version, Language language) {
        boolean french = language == Language.FR;
        return switch (version.document()) {
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
