package dev.atelier.notification.mail.rendering;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Formats names and titles that users chose for mails: one line, shortened, and without text that a mail program turns
 * into a link. Strangers choose their own name and the names of workspaces and can have them mailed to any address.
 */
public final class MailDisplayName {
    /** Maximum length in characters as users count them (grapheme clusters), including the ellipsis. */
    static final int LONGEST = 60;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    /**
     * All characters that the DNS treats as a dot, before text that could be the end of a domain. Source: UTS 46,
     * section 2.3.
     */
    private static final Pattern DOT_IN_A_WORD = Pattern.compile("([.\u3002\uFF0E\uFF61\u2024])(?=[\\p{L}\\p{N}])");

    private static final Pattern BEGINNING_OF_AN_ADDRESS = Pattern.compile(":(?=[/\\\\])|@(?=\\S)|/(?=/)");

    private MailDisplayName() {}

    /** Returns the name with at most {@value #LONGEST} characters. */
    public static String of(String chosen) {
        return of(chosen, LONGEST);
    }

    /** Returns the name with at most {@code longest} characters. */
    public static String of(String chosen, int longest) {
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
