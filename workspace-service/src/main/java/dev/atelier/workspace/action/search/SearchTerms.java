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
 * What texts are found by: the stems of their words, each as English and as French has it, and the words as they are written, all
 * without case and accents. A text needs no language of its own, and a word of either language finds what has another form of it. Of
 * scripts without blanks each two letters that stand beside each other are kept.
 */
public final class SearchTerms {
    /** Longest search, in characters. */
    public static final int MAX_SEARCH = 200;

    /** Changes with what is kept of a text, so that what was stored before is looked at again. */
    public static final int VERSION = 2;

    /** Most comments of one work item whose words are kept: the last ones. */
    public static final int MAX_COMMENTS = 200;

    /** In front of words as they are written, which tells them from stems. */
    static final String WRITTEN = "=";

    /** Most different words of one work item that are found again: the first ones. */
    static final int MAX_KEPT = 1_000;

    /** Most entries that are kept of the comments of one work item: those of the last ones. */
    static final int MAX_OF_COMMENTS = 2_000;

    private SearchTerms() {}

    /** What is kept of all these texts, to be stored with what they belong to. */
    public static List<String> of(Collection<String> texts) {
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

    /** What is kept of comments, after one more of them. */
    public static List<String> withComment(List<String> kept, String comment) {
        var all = new LinkedHashSet<>(kept);
        var added = of(List.of(comment));
        // What is said again counts as said last.
        added.forEach(all::remove);
        all.addAll(added);
        var list = new ArrayList<>(all);
        return List.copyOf(list.subList(Math.max(0, list.size() - MAX_OF_COMMENTS), list.size()));
    }

    /** Both, each entry once. */
    public static List<String> together(List<String> some, List<String> others) {
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
     * Each two letters beside each other.
     *
     * @param withLast the last one alone, too, so that each letter begins an entry
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
