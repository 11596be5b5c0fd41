package dev.atelier.workspace.action.search;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/** Reduces words to their stems by Snowball's rules; not thread-safe. Source: snowballstem.org. */
final class WordStemmer {
    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer french = new FrenchStemmer();

    /**
     * Returns the different stems of a lower-case word: as English, as French, and as French written without accents.
     */
    Set<String> stems(String word) {
        var plain = TextNormalizer.fold(word);
        return Stream.of(stem(english, plain), TextNormalizer.fold(stem(french, word)), stem(french, plain))
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
