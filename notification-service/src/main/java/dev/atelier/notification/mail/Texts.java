package dev.atelier.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The words of mails, from {@code messages/mail.properties}; another language is one more file beside it. */
@Component
class Texts {
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final TemplateEngine templates = new TemplateEngine();

    Texts() {
        messages.setBasename("messages.mail");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var resolver = new ClassLoaderTemplateResolver(Texts.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** One line: what came from people has no line breaks in it. */
    String subject(Letter letter) {
        return say(letter, "subject").replaceAll("\\s+", " ");
    }

    String plain(Letter letter) {
        var parts = new ArrayList<>(paragraphs(letter));
        if (letter.link() != null) {
            parts.add(say(letter, "link") + ":\n" + letter.link());
        }
        parts.add("-- \n" + footer(letter));
        return String.join("\n\n", parts) + "\n";
    }

    String html(Letter letter) {
        var model = Map.<String, @Nullable Object>of(
                "subject", subject(letter),
                "paragraphs", paragraphs(letter),
                "footer", footer(letter));
        var context = new Context(letter.locale(), model);
        if (letter.link() != null) {
            context.setVariable("link", letter.link());
            context.setVariable("linkText", say(letter, "link"));
        }
        return templates.process("mail", context);
    }

    /** Texts {@code kind.1}, {@code kind.2} and so on, as far as there are any. */
    private List<String> paragraphs(Letter letter) {
        var paragraphs = new ArrayList<String>();
        for (int number = 1; ; number++) {
            var key = letter.kind().key() + "." + number;
            var text = messages.getMessage(key, letter.values().toArray(), "", letter.locale());
            if (text == null || text.isEmpty()) {
                return paragraphs;
            }
            paragraphs.add(text);
        }
    }

    private String say(Letter letter, String part) {
        return messages.getMessage(
                letter.kind().key() + "." + part, letter.values().toArray(), letter.locale());
    }

    /** The kind's own, where it has one. */
    private String footer(Letter letter) {
        var common = say(letter.locale(), "footer");
        var own = messages.getMessage(letter.kind().key() + ".footer", null, common, letter.locale());
        return own == null ? common : own;
    }

    private String say(java.util.Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }
}
