package dev.atelier.report.rendering;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints reports as PDF. Another language is another file beside {@code messages/report.properties}; a reader whose
 * language has none gets all of it in English. Texts of people and agents are printed to a length, and an answer that is
 * too much for Markdown as it was written: no text may keep a report from being made.
 */
@Component
public class ReportPrinter {
    /** Languages with words of their own. */
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    private static final Duration PARSING = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(ReportPrinter.class);

    private final MessageSource messages = messages();
    private final ITemplateEngine templates = templates(messages);
    private final Typeface typeface = Typeface.read();
    private final Markdown markdown = new Markdown(PARSING);
    private final PdfPrinter pdf = new PdfPrinter();

    public byte[] print(ProjectReport report, Reader reader) {
        return pdf.print(html("project", report, reader, Optional.empty()));
    }

    public byte[] print(RunReport report, Reader reader) {
        var answer = Optional.ofNullable(report.result()).flatMap(markdown::html);
        if (answer.isPresent()) {
            try {
                return pdf.print(html("run", report, reader, answer));
            } catch (StackOverflowError e) {
                log.warn("An answer of {} is printed as it was written: its markup is too deep", report.agent());
            }
        }
        return pdf.print(html("run", report, reader, Optional.empty()));
    }

    /** The page that is printed; an answer that there is no markup of stands in it as it was written. */
    String html(String template, Record report, Reader asked, Optional<String> answer) {
        var reader = LANGUAGES.contains(asked.locale().getLanguage())
                ? asked
                : new Reader(asked.name(), Locale.ENGLISH, asked.zone());
        var html = Legible.of(html(template, report, reader, answer, 0), typeface);
        return LongWords.breakable(
                html.replaced() == 0 ? html.text() : legible(template, report, reader, answer, html.replaced()));
    }

    private String legible(String template, Record report, Reader reader, Optional<String> answer, long replaced) {
        return Legible.of(html(template, report, reader, answer, replaced), typeface)
                .text();
    }

    private String html(String template, Record report, Reader reader, Optional<String> answer, long replaced) {
        return templates.process(
                template,
                new Context(
                        reader.locale(),
                        Map.of(
                                "report",
                                report,
                                "reader",
                                reader,
                                "words",
                                new Words(messages, reader),
                                "answer",
                                answer.orElse(""),
                                "replaced",
                                replaced)));
    }

    private static ITemplateEngine templates(MessageSource messages) {
        var resolver = new ClassLoaderTemplateResolver(ReportPrinter.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }

    private static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.report");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
