package dev.atelier.notification.mail;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names and titles that people chose, as mails show them: one line, shortened, and nothing that a mail program makes a link of. A stranger
 * chooses the name of a workspace and their own, and has them mailed to anybody.
 */
final class MailDisplayName {
    /** Characters as people count them, the mark that something was left out among them. */
    static final int LONGEST = 60;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    /** All that name systems take for a dot, before what could be the end of a domain. Source: UTS 46, section 2.3. */
    private static final Pattern DOT_IN_A_WORD = Pattern.compile("([.\u3002\uFF0E\uFF61\u2024])(?=[\\p{L}\\p{N}])");

    private static final Pattern BEGINNING_OF_AN_ADDRESS = Pattern.compile(":(?=[/\\\\])|@(?=\\S)|/(?=/)");

    private MailDisplayName() {}

    static String of(String chosen) {
        return of(chosen, LONGEST);
    }

    static String of(String chosen, int longest) {
        var line = BLANKS.matcher(chosen).replaceAll(" ").strip();
        var harmless = BEGINNING_OF_AN_ADDRESS
                .matcher(DOT_IN_A_WORD.matcher(line).replaceAll("$1 "))
                .replaceAll("$0 ");
        return shortened(harmless, longest);
    }

    private static String shortened(String line, int longest) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        if (characters.next(longest) == BreakIterator.DONE || characters.current() == line.length()) {
            return line;
        }
        characters.first();
        return line.substring(0, characters.next(longest - 1)).strip() + "…";
    }
}
