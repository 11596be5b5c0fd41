package dev.atelier.report.rendering;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text in which every character can be printed. A letter with a character that XML does not allow or the typefaces
 * lack becomes a white square; invisible characters are removed.
 *
 * @param replaced number of letters that were replaced by squares
 */
record PrintableText(String text, long replaced) {
    static final char SQUARE = '\u25A1';

    private static final int VARIATION_SELECTORS_BEGIN = 0xFE00;
    private static final int VARIATION_SELECTORS_END = 0xFE0F;
    private static final Pattern LETTER = Pattern.compile("\\X");

    static PrintableText of(String written, ReportTypeface typeface) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFC);
        if (text.codePoints().allMatch(c -> printable(c, typeface))) {
            return new PrintableText(text, 0);
        }
        var legible = new StringBuilder(text.length());
        long replaced = 0;
        var letters = LETTER.matcher(text);
        while (letters.find()) {
            var letter = legible(letters.group(), typeface);
            if (letter.indexOf(SQUARE) >= 0 && letters.group().indexOf(SQUARE) < 0) {
                replaced++;
            }
            legible.append(letter);
        }
        return new PrintableText(legible.toString(), replaced);
    }

    /** Returns the printable form of one letter (grapheme cluster). */
    private static String legible(String letter, ReportTypeface typeface) {
        var printed = new StringBuilder(letter.length());
        letter.codePoints().forEach(c -> printed.append(legible(c, typeface)));
        var square = printed.indexOf(String.valueOf(SQUARE));
        return square < 0 ? printed.toString() : printed.substring(0, square + 1);
    }

    private static String legible(int c, ReportTypeface typeface) {
        if (printable(c, typeface)) {
            return Character.toString(c);
        }
        return switch (c) {
            case 0x2010, 0x2011 -> "-";
            case 0x202F -> "\u00A0";
            default -> unseen(c) ? "" : Character.isSpaceChar(c) ? " " : String.valueOf(SQUARE);
        };
    }

    private static boolean unseen(int c) {
        return (Character.getType(c) == Character.FORMAT)
                || (c >= VARIATION_SELECTORS_BEGIN && c <= VARIATION_SELECTORS_END);
    }

    private static boolean printable(int c, ReportTypeface typeface) {
        return c == '\t' || c == '\n' || c == '\r' || (isAllowedInXml(c) && !unseen(c) && typeface.has(c));
    }

    /** Whether XML allows the character. Source: XML 1.0, section 2.2. */
    private static boolean isAllowedInXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
