package dev.atelier.workspace.action.search;

import dev.atelier.kit.web.InvalidInput;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What texts are found by: the stems of their words, each as English and as French has it, without case and accents. A
 * text needs no language of its own, and a word of either language finds what has another form of it.
 */
public final class Words {
    /** Longest search, in characters. */
    public static final int MAX_SEARCH = 200;

    /** Most words of one search. */
    public static final int MAX_ASKED = 10;

    /** Most different words of one work item that are found again: the first ones. */
    static final int MAX_KEPT = 1_000;

    private static final int MAX_LETTERS = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SHORTENED = Pattern.compile(
            "\\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]|['’]s\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private Words() {}

    /** The stems of all these texts, to be stored with what they belong to. */
    public static List<String> of(Collection<String> texts) {
        var stems = new LinkedHashSet<String>();
        var stemming = new Stemming();
        texts.stream()
                .flatMap(Words::in)
                .distinct()
                .limit(MAX_KEPT)
                .forEach(word -> stems.addAll(stemming.stems(word)));
        return List.copyOf(stems);
    }

    /**
     * What a search asks for: of each of its words any of these stems.
     *
     * @throws InvalidInput where it has no word, or more letters or words than it may
     */
    public static List<Set<String>> asked(String search) {
        if (search.length() > MAX_SEARCH) {
            throw InvalidInput.of("search", "must have at most " + MAX_SEARCH + " characters");
        }
        var words = in(search).distinct().toList();
        if (words.isEmpty() || words.size() > MAX_ASKED) {
            throw InvalidInput.of("search", "must have 1 to " + MAX_ASKED + " words");
        }
        var stemming = new Stemming();
        var asked = new ArrayList<Set<String>>();
        words.forEach(word -> asked.add(stemming.stems(word)));
        return List.copyOf(asked);
    }

    private static Stream<String> in(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WORD.matcher(SHORTENED.matcher(plain).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(word -> word.length() > MAX_LETTERS ? word.substring(0, MAX_LETTERS) : word);
    }
}
