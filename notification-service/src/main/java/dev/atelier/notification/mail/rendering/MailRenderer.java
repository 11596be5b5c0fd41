package dev.atelier.notification.mail.rendering;

import dev.atelier.notification.mail.OutgoingMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders subject, plain text and HTML of a mail in its language. */
@Component
public class MailRenderer {
    private final MailMessages mailMessages;
    private final TemplateEngine templates = new TemplateEngine();

    /** Creates a renderer with the template {@code templates/mail.html}. */
    public MailRenderer(MailMessages mailMessages) {
        this.mailMessages = mailMessages;
        var resolver = new ClassLoaderTemplateResolver(MailRenderer.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** Returns one line: line breaks in texts of users are replaced by blanks. */
    public String subject(OutgoingMail outgoingMail) {
        return getText(outgoingMail, "subject").replaceAll("\\s+", " ");
    }

    /** Returns the plain text. */
    public String plain(OutgoingMail outgoingMail) {
        var parts = new ArrayList<>(paragraphs(outgoingMail));
        if (outgoingMail.link() != null) {
            parts.add(linkText(outgoingMail) + ":\n" + outgoingMail.link());
        }
        parts.add("-- \n" + footer(outgoingMail));
        return String.join("\n\n", parts) + "\n";
    }

    /** Returns the HTML text. */
    public String html(OutgoingMail outgoingMail) {
        var model = Map.<String, @Nullable Object>of(
                "subject", subject(outgoingMail),
                "paragraphs", paragraphs(outgoingMail),
                "footer", footer(outgoingMail));
        var context = new Context(outgoingMail.locale(), model);
        if (outgoingMail.link() != null) {
            context.setVariable("link", outgoingMail.link());
            context.setVariable("linkText", linkText(outgoingMail));
        }
        return templates.process("mail", context);
    }

    private List<String> paragraphs(OutgoingMail outgoingMail) {
        return mailMessages.paragraphs(
                outgoingMail.locale(), outgoingMail.key(), outgoingMail.values().toArray());
    }

    private String getText(OutgoingMail outgoingMail, String part) {
        return mailMessages.getText(
                outgoingMail.locale(),
                outgoingMail.key() + "." + part,
                outgoingMail.values().toArray());
    }

    private String linkText(OutgoingMail outgoingMail) {
        return mailMessages
                .find(outgoingMail.locale(), outgoingMail.key() + ".link")
                .orElseGet(() -> mailMessages.getText(outgoingMail.locale(), "link"));
    }

    /** Returns the footer of the mail's kind, or the default one. */
    private String footer(OutgoingMail outgoingMail) {
        return mailMessages
                .find(outgoingMail.locale(), outgoingMail.key() + ".footer")
                .orElseGet(() -> mailMessages.getText(
                        outgoingMail.locale(), "footer", Objects.requireNonNull(outgoingMail.workspace())));
    }
}
