package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds the mentions in a text: {@code @[<user id>]}. Texts contain no names, because names change and end with the
 * account.
 */
final class MentionParser {
    /** The most people that one comment mentions. */
    static final int MOST = 20;

    private static final Pattern MENTION =
            Pattern.compile("@\\[(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})]");

    private MentionParser() {}

    /**
     * Returns each mentioned person once, in the order of the text.
     *
     * @throws InvalidInput if there are more than {@link #MOST}
     */
    static Set<UserId> parse(String text) {
        var mentioned = new LinkedHashSet<UserId>();
        MENTION.matcher(text).results().forEach(found -> mentioned.add(new UserId(UUID.fromString(found.group(1)))));
        if (mentioned.size() > MOST) {
            throw InvalidInput.of("text", "must mention at most " + MOST + " people");
        }
        return mentioned;
    }
}
