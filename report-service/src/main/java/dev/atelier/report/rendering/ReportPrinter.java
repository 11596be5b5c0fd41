package dev.atelier.report.rendering;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints reports as PDF. Another language is another file beside {@code messages/report.properties}. */
@Component
public class ReportPrinter {
    private final MessageSource messages = messages();
    private final ITemplateEngine templates = templates(messages);
    private final PdfPrinter pdf = new PdfPrinter();

    public byte[] print(ProjectReport report, Reader reader) {
        return pdf.print(html("project", report, reader));
    }

    public byte[] print(RunReport report, Reader reader) {
        return pdf.print(html("run", report, reader));
    }

    String html(String template, Record report, Reader reader) {
        var words = new Words(messages, reader);
        var markdown = report instanceof RunReport run && run.result() != null ? Markdown.html(run.result()) : "";
        return templates.process(
                template,
                new Context(
                        reader.locale(),
                        Map.of("report", report, "reader", reader, "words", words, "result", markdown)));
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
