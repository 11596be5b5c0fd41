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
 * Renders reports as PDF. A new language needs a file beside {@code messages/report.properties} and an entry in {@code
 * LANGUAGES}; readers of other languages get English. Long texts are cut, and an answer that exceeds the limits of
 * Markdown is printed as plain text, so that no text can prevent a report.
 */
@Component
public class ReportRenderer {
    /** Languages with translated texts. */
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    private static final Duration PARSING = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(ReportRenderer.class);

    private final MessageSource messages = messages();
    private final ITemplateEngine templates = templates(messages);
    private final ReportTypeface typeface = ReportTypeface.read();
    private final MarkdownRenderer markdownRenderer = new MarkdownRenderer(PARSING);
    private final PdfRenderer pdf = new PdfRenderer();

    public byte[] print(ProjectReport report, ReportRecipient reportRecipient) {
        return pdf.print(html("project", report, reportRecipient, Optional.empty()));
    }

    public byte[] print(RunReport report, ReportRecipient reportRecipient) {
        var answer = Optional.ofNullable(report.result()).flatMap(markdownRenderer::html);
        if (answer.isPresent()) {
            try {
                return pdf.print(html("run", report, reportRecipient, answer));
            } catch (StackOverflowError e) {
                log.warn("An answer of {} is printed as plain text: its markup is nested too deeply", report.agent());
            }
        }
        return pdf.print(html("run", report, reportRecipient, Optional.empty()));
    }

    /** Returns the HTML page. Without rendered Markdown it contains the answer as plain text. */
    String html(String template, Record report, ReportRecipient asked, Optional<String> answer) {
        var reportRecipient = LANGUAGES.contains(asked.locale().getLanguage())
                ? asked
                : new ReportRecipient(asked.name(), Locale.ENGLISH, asked.zone());
        var html = PrintableText.of(html(template, report, reportRecipient, answer, 0), typeface);
        return LongWordBreaker.breakable(
                html.replaced() == 0
                        ? html.text()
                        : legible(template, report, reportRecipient, answer, html.replaced()));
    }

    private String legible(
            String template, Record report, ReportRecipient reportRecipient, Optional<String> answer, long replaced) {
        return PrintableText.of(html(template, report, reportRecipient, answer, replaced), typeface)
                .text();
    }

    private String html(
            String template, Record report, ReportRecipient reportRecipient, Optional<String> answer, long replaced) {
        return templates.process(
                template,
                new Context(
                        reportRecipient.locale(),
                        Map.of(
                                "report",
                                report,
                                "reader",
                                reportRecipient,
                                "words",
                                new ReportTextFormatter(messages, reportRecipient),
                                "answer",
                                answer.orElse(""),
                                "replaced",
                                replaced)));
    }

    private static ITemplateEngine templates(MessageSource messages) {
        var resolver = new ClassLoaderTemplateResolver(ReportRenderer.class.getClassLoader());
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
