package dev.atelier.notification.mail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a tool's call would do, in the reader's language: what it is, and a line for each argument. */
@Component
class ToolCallText {
    private static final int LONGEST_ARGUMENT = 300;

    private final Words words;

    ToolCallText(Words words) {
        this.words = words;
    }

    /**
     * The lines.
     *
     * @param action the title of the action that is changed; empty where there is none, or it cannot be read
     * @param people the names of members by id
     */
    String lines(
            String tool, Map<String, Object> arguments, String action, Locale locale, Function<String, String> people) {
        var lines = new ArrayList<String>();
        lines.add(words.find(
                        locale, "approval-asked.call." + tool + (action.isEmpty() ? "" : ".of"), PlainName.of(action))
                .orElseGet(() -> words.say(locale, "approval-asked.call.other", PlainName.of(tool))));
        arguments.forEach((name, value) -> {
            if (!name.equals("id")) {
                lines.add("• "
                        + words.say(
                                locale,
                                "approval-asked.argument",
                                words.find(locale, "approval-asked.argument." + name)
                                        .orElseGet(() -> PlainName.of(name)),
                                text(name, value, locale, people)));
            }
        });
        return String.join("\n", lines);
    }

    private String text(String name, Object value, Locale locale, Function<String, String> people) {
        return switch (name) {
            case "due" -> day(value.toString(), locale);
            case "state", "priority" ->
                words.find(locale, "approval-asked.value." + value).orElseGet(() -> PlainName.of(value.toString()));
            case "assignees" ->
                value instanceof List<?> ids
                        ? ids.stream().map(id -> people.apply(id.toString())).collect(Collectors.joining(", "))
                        : PlainName.of(value.toString());
            default -> PlainName.of(value.toString(), LONGEST_ARGUMENT);
        };
    }

    private String day(String due, Locale locale) {
        try {
            return words.day(LocalDate.parse(due), locale);
        } catch (DateTimeParseException e) {
            return PlainName.of(due);
        }
    }
}
