package dev.atelier.workspace.action.search;

import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.workspace.action.search.TextAnalyzer.CompoundWord;
import dev.atelier.workspace.action.search.TextAnalyzer.WordPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed search. All words must match, in any grammatical form. The last one also matches as a prefix if it has three
 * letters and nothing follows it; {@code "in quotes"} matches exactly as written; a minus in front excludes a word.
 *
 * @param words the first {@link #MAX_WORDS} different ones; empty matches everything
 */
public record SearchQuery(List<SearchWord> words) {
    /** How many words of a search are used: the first ones. */
    public static final int MAX_WORDS = 16;

    private static final int SHORTEST_PREFIX = 3;
    private static final Pattern TERM =
            Pattern.compile("(?<minus>(?<!\\S)-)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>[^\\s\"]+))");

    public SearchQuery {
        words = List.copyOf(words);
    }

    /**
     * A word of a search.
     *
     * @param excluded whether it must not occur
     * @param anyOf alternative matches, of which one is enough
     */
    public record SearchWord(boolean excluded, List<WordMatch> anyOf) {
        public SearchWord {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** One way to match a word: all of these terms. */
    public record WordMatch(List<SearchTerm> entries) {
        public WordMatch {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A search term to match.
     *
     * @param equal any of these
     * @param prefix or any term with this prefix; null if only equal terms match
     */
    public record SearchTerm(Set<String> equal, @Nullable String prefix) {
        public SearchTerm {
            equal = Set.copyOf(equal);
        }
    }

    /**
     * Parses a search.
     *
     * @throws InvalidInput if it is longer than {@link SearchTerms#MAX_SEARCH}
     */
    public static SearchQuery of(String search) {
        if (search.length() > SearchTerms.MAX_SEARCH) {
            throw InvalidInput.of("search", "must have at most " + SearchTerms.MAX_SEARCH + " characters");
        }
        var words = new LinkedHashSet<SearchWord>();
        var wordStemmer = new WordStemmer();
        var terms = TERM.matcher(search).results().toList();
        for (var term : terms) {
            boolean excluded = term.group("minus") != null;
            var quoted = term.group("quoted");
            var compounds = TextAnalyzer.compounds(quoted == null ? term.group("plain") : quoted);
            for (var compoundWord : compounds) {
                boolean last = term.end() == search.length() && compoundWord.equals(compounds.getLast());
                words.add(
                        word(compoundWord, excluded, quoted != null, last && quoted == null && !excluded, wordStemmer));
            }
        }
        return new SearchQuery(words.stream().limit(MAX_WORDS).toList());
    }

    private static SearchWord word(
            CompoundWord compoundWord, boolean excluded, boolean quoted, boolean prefix, WordStemmer wordStemmer) {
        var ways = new ArrayList<WordMatch>();
        var parts = compoundWord.parts();
        ways.add(new WordMatch(parts.stream()
                .flatMap(part -> entries(part, quoted, prefix && part.equals(parts.getLast()), wordStemmer).stream())
                .toList()));
        if (!compoundWord.whole().isEmpty()) {
            ways.add(new WordMatch(entries(new WordPart(compoundWord.whole(), false), quoted, prefix, wordStemmer)));
        }
        return new SearchWord(excluded, ways);
    }

    private static List<SearchTerm> entries(WordPart part, boolean quoted, boolean prefix, WordStemmer wordStemmer) {
        if (part.dense()) {
            return SearchTerms.pairs(part, false).stream()
                    .map(SearchQuery::dense)
                    .toList();
        }
        var written = SearchTerms.WRITTEN + TextNormalizer.fold(part.letters());
        var equal = quoted ? Set.of(written) : wordStemmer.stems(part.letters());
        boolean longEnough = part.letters().codePointCount(0, part.letters().length()) >= SHORTEST_PREFIX;
        return List.of(new SearchTerm(equal, prefix && longEnough ? written : null));
    }

    /** Matches a pair exactly; a single letter matches as the first of any pair. */
    private static SearchTerm dense(WordPart letters) {
        var written = SearchTerms.WRITTEN + TextNormalizer.fold(letters.letters());
        boolean single = letters.letters().codePointCount(0, letters.letters().length()) == 1;
        return new SearchTerm(Set.of(written), single ? written : null);
    }
}
