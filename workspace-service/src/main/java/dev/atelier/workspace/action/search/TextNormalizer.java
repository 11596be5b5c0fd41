package dev.atelier.workspace.action.search;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Replaces letters by their plain form: é by e, ß by ss, ø by o, ł by l. Marks that are letters of their own, as in
 * Thai and Hindi, stay.
 */
final class TextNormalizer {
    private static final int LONGEST = 4;
    private static final Pattern ACCENT =
            Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}])\\p{Mn}+");

    private TextNormalizer() {}

    static String fold(String word) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        var in = Normalizer.normalize(plain, Normalizer.Form.NFC).toCharArray();
        var out = new char[LONGEST * in.length];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        return new String(out, 0, length);
    }
}
