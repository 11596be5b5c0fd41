package dev.atelier.workspace.action.search;

import dev.atelier.workspace.action.search.TextAnalyzer.CompoundWord;
import dev.atelier.workspace.action.search.TextAnalyzer.WordPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates the search terms of texts: the English and the French stems of their words, and the words as written, all
 * without case and accents. So a text needs no declared language, and a word of either language matches its other
 * forms. For scripts without blanks, each pair of neighbouring letters is a term.
 */
public final class SearchTerms {
    /** The longest search, in characters. */
    public static final int MAX_SEARCH = 200;

    /** Changes when the terms of a text change, so that stored terms are updated. */
    public static final int VERSION = 2;

    /** The most comments of one action whose words are stored: the latest ones. */
    public static final int MAX_COMMENTS = 200;

    /** Prefix of words as written, to distinguish them from stems. */
    static final String WRITTEN = "=";

    /** The most different words of one action that are stored: the first ones. */
    static final int MAX_KEPT = 1_000;

    /** The most terms that are stored for the comments of one action: those of the latest ones. */
    static final int MAX_OF_COMMENTS = 2_000;

    private SearchTerms() {}

    /** Returns the terms of these texts. */
    public static List<String> extract(Collection<String> texts) {
        var kept = new LinkedHashSet<String>();
        var wordStemmer = new WordStemmer();
        texts.stream()
                .flatMap(text -> TextAnalyzer.compounds(text).stream())
                .flatMap(SearchTerms::pieces)
                .distinct()
                .limit(MAX_KEPT)
                .forEach(piece -> kept.addAll(entries(piece, wordStemmer)));
        return List.copyOf(kept);
    }

    /** Returns the stored terms of comments after one more comment. */
    public static List<String> withComment(List<String> kept, String comment) {
        var all = new LinkedHashSet<>(kept);
        var added = extract(List.of(comment));
        // Terms that occur again move to the end.
        added.forEach(all::remove);
        all.addAll(added);
        var list = new ArrayList<>(all);
        return List.copyOf(list.subList(Math.max(0, list.size() - MAX_OF_COMMENTS), list.size()));
    }

    /** Returns both lists as one, without duplicates. */
    public static List<String> merge(List<String> some, List<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Stream<WordPart> pieces(CompoundWord compoundWord) {
        var parts = compoundWord.parts().stream()
                .flatMap(part -> part.dense() ? pairs(part, true).stream() : Stream.of(part));
        return compoundWord.whole().isEmpty()
                ? parts
                : Stream.concat(parts, Stream.of(new WordPart(compoundWord.whole(), false)));
    }

    /**
     * Returns each pair of neighbouring letters.
     *
     * @param withLast whether to add the last letter alone, so that each letter begins a term
     */
    static List<WordPart> pairs(WordPart dense, boolean withLast) {
        var letters = dense.letters().codePoints().toArray();
        var pairs = new ArrayList<WordPart>();
        for (int at = 0; at < letters.length - 1; at++) {
            pairs.add(new WordPart(new String(letters, at, 2), true));
        }
        if (withLast || letters.length == 1) {
            pairs.add(new WordPart(new String(letters, letters.length - 1, 1), true));
        }
        return pairs;
    }

    private static Set<String> entries(WordPart piece, WordStemmer wordStemmer) {
        var entries = new LinkedHashSet<String>();
        if (!piece.dense()) {
            entries.addAll(wordStemmer.stems(piece.letters()));
        }
        entries.add(WRITTEN + TextNormalizer.fold(piece.letters()));
        return entries;
    }
}
