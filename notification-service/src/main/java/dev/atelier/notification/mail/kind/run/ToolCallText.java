package dev.atelier.notification.mail.kind.run;

import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailMessages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Describes a tool call in the reader's language: what it does, and one line per argument. */
@Component
class ToolCallText {
    private static final int LONGEST_ARGUMENT = 300;

    private final MailMessages mailMessages;

    ToolCallText(MailMessages mailMessages) {
        this.mailMessages = mailMessages;
    }

    /**
     * Returns the description.
     *
     * @param action title of the changed action; empty if there is none or it cannot be read
     * @param userName function from the id of a member to their name
     */
    String lines(
            String tool,
            Map<String, Object> arguments,
            String action,
            Locale locale,
            Function<String, String> userName) {
        var lines = new ArrayList<String>();
        lines.add(mailMessages
                .find(
                        locale,
                        "approval-asked.call." + tool + (action.isEmpty() ? "" : ".of"),
                        MailDisplayName.of(action))
                .orElseGet(() -> mailMessages.getText(locale, "approval-asked.call.other", MailDisplayName.of(tool))));
        arguments.forEach((name, value) -> {
            if (!name.equals("id")) {
                lines.add("• "
                        + mailMessages.getText(
                                locale,
                                "approval-asked.argument",
                                mailMessages
                                        .find(locale, "approval-asked.argument." + name)
                                        .orElseGet(() -> MailDisplayName.of(name)),
                                text(name, value, locale, userName)));
            }
        });
        return String.join("\n", lines);
    }

    private String text(String name, Object value, Locale locale, Function<String, String> userName) {
        return switch (name) {
            case "due" -> day(value.toString(), locale);
            case "state", "priority" ->
                mailMessages
                        .find(locale, "approval-asked.value." + value)
                        .orElseGet(() -> MailDisplayName.of(value.toString()));
            case "assignees" ->
                value instanceof List<?> ids
                        ? ids.stream().map(id -> userName.apply(id.toString())).collect(Collectors.joining(", "))
                        : MailDisplayName.of(value.toString());
            default -> MailDisplayName.of(value.toString(), LONGEST_ARGUMENT);
        };
    }

    private String day(String due, Locale locale) {
        try {
            return mailMessages.day(LocalDate.parse(due), locale);
        } catch (DateTimeParseException e) {
            return MailDisplayName.of(due);
        }
    }
}
