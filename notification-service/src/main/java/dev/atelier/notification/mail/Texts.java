package dev.atelier.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Subject, plain text and HTML of a letter, in its language. */
@Component
class Texts {
    private final Words words;
    private final TemplateEngine templates = new TemplateEngine();

    Texts(Words words) {
        this.words = words;
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
            parts.add(linkText(letter) + ":\n" + letter.link());
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
            context.setVariable("linkText", linkText(letter));
        }
        return templates.process("mail", context);
    }

    private List<String> paragraphs(Letter letter) {
        return words.paragraphs(
                letter.locale(), letter.kind().key(), letter.values().toArray());
    }

    private String say(Letter letter, String part) {
        return words.say(
                letter.locale(),
                letter.kind().key() + "." + part,
                letter.values().toArray());
    }

    private String linkText(Letter letter) {
        return words.find(letter.locale(), letter.kind().key() + ".link")
                .orElseGet(() -> words.say(letter.locale(), "link"));
    }

    /** The kind's own, where it has one. */
    private String footer(Letter letter) {
        return words.find(letter.locale(), letter.kind().key() + ".footer")
                .orElseGet(() -> words.say(letter.locale(), "footer", Objects.requireNonNull(letter.workspace())));
    }
}
