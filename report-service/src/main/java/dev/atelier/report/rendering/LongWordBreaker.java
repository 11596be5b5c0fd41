package dev.atelier.report.rendering;

/**
 * Inserts break opportunities into very long words and splits long texts into pieces that look like one. The layout
 * engine rescans the rest of a word and of a text for each line, so that 100,000 characters would take it minutes.
 */
final class LongWordBreaker {
    /** A word may break after this many characters; a line of a page has about 100. */
    private static final int LONGEST = 40;

    /** Maximum number of characters of one piece of a text. */
    private static final int PIECE = 1_000;

    private static final char BREAK = '\u200B';
    private static final String NEXT_PIECE = "<span></span>";

    private LongWordBreaker() {}

    /** Returns the markup with breaks in its text only. */
    static String breakable(String html) {
        var broken = new StringBuilder(html.length() + html.length() / LONGEST);
        int word = 0;
        int piece = 0;
        int at = Math.max(0, html.indexOf("<body"));
        broken.append(html, 0, at);
        while (at < html.length()) {
            int end = end(html, at);
            char first = html.charAt(at);
            boolean tag = first == '<';
            piece = tag ? 0 : piece + 1;
            boolean breaks = tag || Character.isWhitespace(first);
            if (!breaks && ++word > LONGEST) {
                broken.append(BREAK);
                breaks = true;
            }
            if (breaks) {
                word = 0;
                if (piece > PIECE) {
                    broken.append(NEXT_PIECE);
                    piece = 0;
                }
            }
            broken.append(html, at, end);
            at = end;
        }
        return broken.toString();
    }

    /** Returns the position after a tag, an entity or a character. */
    private static int end(String html, int at) {
        int end = switch (html.charAt(at)) {
            case '<' -> html.indexOf('>', at);
            case '&' -> html.indexOf(';', at);
            default -> at + Character.charCount(html.codePointAt(at)) - 1;
        };
        return end < 0 ? html.length() : end + 1;
    }
}
