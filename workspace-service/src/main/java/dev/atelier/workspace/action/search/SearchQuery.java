package dev.atelier.workspace.action.search;

import dev.atelier.kit.web.InvalidInput;
import dev.atelier.workspace.action.search.TextAnalyzer.Compound;
import dev.atelier.workspace.action.search.TextAnalyzer.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for: all of its words, in any form; the last one also as the beginning of a longer one, where it has three letters and nothing follows it;
 * {@code "in quotes"} exactly as they are written; none of those with a minus in front of them.
 *
 * @param words the first {@link #MAX_WORDS} different ones; none asks for nothing
 */
public record SearchQuery(List<Word> words) {
    /** Words of a search that count: the first ones. */
    public static final int MAX_WORDS = 16;

    private static final int SHORTEST_PREFIX = 3;
    private static final Pattern TERM =
            Pattern.compile("(?<minus>(?<!\\S)-)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>[^\\s\"]+))");

    public SearchQuery {
        words = List.copyOf(words);
    }

    /**
     * A word that is asked for.
     *
     * @param excluded whether it must not be there
     * @param anyOf ways to find it, any of which does
     */
    public record Word(boolean excluded, List<AllOf> anyOf) {
        public Word {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** One way to find a word: all of these. */
    public record AllOf(List<Entry> entries) {
        public AllOf {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Something that is kept of a text.
     *
     * @param equal any of these
     * @param prefix or anything that begins like this; null where only those count
     */
    public record Entry(Set<String> equal, @Nullable String prefix) {
        public Entry {
            equal = Set.copyOf(equal);
        }
    }

    /**
     * Reads what somebody typed or pasted.
     *
     * @throws InvalidInput where it is longer than {@link Words#MAX_SEARCH}
     */
    public static SearchQuery of(String search) {
        if (search.length() > Words.MAX_SEARCH) {
            throw InvalidInput.of("search", "must have at most " + Words.MAX_SEARCH + " characters");
        }
        var words = new LinkedHashSet<Word>();
        var stemming = new Stemming();
        var terms = TERM.matcher(search).results().toList();
        for (var term : terms) {
            boolean excluded = term.group("minus") != null;
            var quoted = term.group("quoted");
            var compounds = TextAnalyzer.compounds(quoted == null ? term.group("plain") : quoted);
            for (var compound : compounds) {
                boolean last = term.end() == search.length() && compound.equals(compounds.getLast());
                words.add(word(compound, excluded, quoted != null, last && quoted == null && !excluded, stemming));
            }
        }
        return new SearchQuery(words.stream().limit(MAX_WORDS).toList());
    }

    private static Word word(Compound compound, boolean excluded, boolean quoted, boolean prefix, Stemming stemming) {
        var ways = new ArrayList<AllOf>();
        var parts = compound.parts();
        ways.add(new AllOf(parts.stream()
                .flatMap(part -> entries(part, quoted, prefix && part.equals(parts.getLast()), stemming).stream())
                .toList()));
        if (!compound.whole().isEmpty()) {
            ways.add(new AllOf(entries(new Part(compound.whole(), false), quoted, prefix, stemming)));
        }
        return new Word(excluded, ways);
    }

    private static List<Entry> entries(Part part, boolean quoted, boolean prefix, Stemming stemming) {
        if (part.dense()) {
            return Words.pairs(part, false).stream().map(SearchQuery::dense).toList();
        }
        var written = Words.WRITTEN + Folding.fold(part.letters());
        var equal = quoted ? Set.of(written) : stemming.stems(part.letters());
        boolean longEnough = part.letters().codePointCount(0, part.letters().length()) >= SHORTEST_PREFIX;
        return List.of(new Entry(equal, prefix && longEnough ? written : null));
    }

    /** A pair as it is; a single letter as the first of any pair. */
    private static Entry dense(Part letters) {
        var written = Words.WRITTEN + Folding.fold(letters.letters());
        boolean single = letters.letters().codePointCount(0, letters.letters().length()) == 1;
        return new Entry(Set.of(written), single ? written : null);
    }
}
