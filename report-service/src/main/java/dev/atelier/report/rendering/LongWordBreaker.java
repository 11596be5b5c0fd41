package dev.atelier.report.rendering;

/**
 * Gives words that no line holds places to break at, and cuts long texts into pieces that look as one: the layout looks
 * through the rest of a word and of a text anew in each of their lines, so that a hundred thousand characters take it minutes.
 */
final class LongWordBreaker {
    /** Characters after which a word may break; a line of a page has about a hundred. */
    private static final int LONGEST = 40;

    /** Characters of one piece of a text. */
    private static final int PIECE = 1_000;

    private static final char BREAK = '\u200B';
    private static final String NEXT_PIECE = "<span></span>";

    private LongWordBreaker() {}

    /** The same markup, with breaks in its text alone. */
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

    /** Behind a tag, an entity or a character. */
    private static int end(String html, int at) {
        int end = switch (html.charAt(at)) {
            case '<' -> html.indexOf('>', at);
            case '&' -> html.indexOf(';', at);
            default -> at + Character.charCount(html.codePointAt(at)) - 1;
        };
        return end < 0 ? html.length() : end + 1;
    }
}
