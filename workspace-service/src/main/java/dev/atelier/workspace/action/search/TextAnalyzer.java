package dev.atelier.workspace.action.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits texts into lower-case words. Hyphenated words also count as one word; scripts without blanks are split off.
 */
final class TextAnalyzer {
    private static final int MAX_LETTERS = 40;
    private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}]+";
    private static final Pattern COMPOUND = Pattern.compile(LETTERS + "(?:[-\\u2010\\u2011._'’]" + LETTERS + ")*");
    private static final Pattern LETTER_RUN = Pattern.compile(LETTERS);
    private static final Pattern SHORTENED = Pattern.compile(
            "\\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]|['’]s\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<Character.UnicodeScript> WITHOUT_BLANKS = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private TextAnalyzer() {}

    /**
     * A word, or a run of a script without blanks.
     *
     * @param dense whether the script is written without blanks
     */
    record WordPart(String letters, boolean dense) {}

    /**
     * A run of text without blanks.
     *
     * @param parts in their order, one or more
     * @param whole all parts as one word; empty if there is only one part or the word would be too long
     */
    record CompoundWord(List<WordPart> parts, String whole) {}

    static List<CompoundWord> compounds(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var compounds = new ArrayList<CompoundWord>();
        COMPOUND.matcher(SHORTENED.matcher(plain).replaceAll(" "))
                .results()
                .forEach(found -> compounds.add(compound(found.group())));
        return compounds;
    }

    private static CompoundWord compound(String text) {
        var parts = new ArrayList<WordPart>();
        LETTER_RUN.matcher(text).results().forEach(run -> split(run.group(), parts));
        boolean joined = parts.size() > 1 && parts.stream().noneMatch(WordPart::dense);
        var whole =
                joined ? String.join("", parts.stream().map(WordPart::letters).toList()) : "";
        return new CompoundWord(parts, whole.length() > MAX_LETTERS ? "" : whole);
    }

    /**
     * Splits where the script changes between with and without blanks. Marks, digits and signs that several scripts
     * share stay with what precedes them.
     */
    private static void split(String run, List<WordPart> parts) {
        int begin = 0;
        boolean dense = isDense(run.codePointAt(0));
        for (int at = 0; at < run.length(); at += Character.charCount(run.codePointAt(at))) {
            int letter = run.codePointAt(at);
            var script = Character.UnicodeScript.of(letter);
            boolean neutral = script == Character.UnicodeScript.INHERITED || script == Character.UnicodeScript.COMMON;
            if (!neutral && isDense(letter) != dense) {
                if (at > begin) {
                    parts.add(part(run.substring(begin, at), dense));
                }
                begin = at;
                dense = isDense(letter);
            }
        }
        parts.add(part(run.substring(begin), dense));
    }

    private static WordPart part(String letters, boolean dense) {
        return new WordPart(
                dense || letters.length() <= MAX_LETTERS ? letters : letters.substring(0, MAX_LETTERS), dense);
    }

    private static boolean isDense(int letter) {
        return WITHOUT_BLANKS.contains(Character.UnicodeScript.of(letter));
    }
}
