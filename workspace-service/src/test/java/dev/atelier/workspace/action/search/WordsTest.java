package dev.atelier.workspace.action.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.kit.web.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "The invoices were delivered, invoice",
        "The invoices were delivered, DELIVER",
        "Lea’s bakery, lea",
        "Livrer les commandes, commande",
        "Livraison à l'équipe, équipe",
        "Livraison à l’Équipe, equipe",
        "Le développement de la boulangerie, developpement",
        "Les factures impayées, facture impayee",
        "Facture no. 4711, 4711",
        "Un œuf, oeuf",
        "qu'il vérifie, verifier",
        "Mixed: la commande and the orders, order commandes",
    })
    void otherFormsOfAWordFindIt(String text, String search) {
        assertThat(finds(search, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"The invoices were delivered, bill", "Livrer les commandes, livre d'or", "Bread and butter, bread milk"
    })
    void otherWordsDoNot(String text, String search) {
        assertThat(finds(search, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "'"})
    void aSearchWithoutAWordIsRefused(String search) {
        assertThatThrownBy(() -> Words.asked(search)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSearchHasAtMostTenWordsAndTwoHundredCharacters() {
        assertThat(Words.asked("a b c d e f g h i j")).hasSize(10);
        assertThatThrownBy(() -> Words.asked("a b c d e f g h i j k")).hasMessageContaining("10 words");
        assertThat(Words.asked("x".repeat(200))).hasSize(1);
        assertThatThrownBy(() -> Words.asked("x".repeat(201))).hasMessageContaining("200 characters");
    }

    @Test
    void theFirstThousandDifferentWordsAreKept() {
        var words = IntStream.range(0, 1_001).mapToObj(n -> "word" + n).toList();

        assertThat(finds("word999", String.join(" ", words))).isTrue();
        assertThat(finds("word1000", String.join(" ", words))).isFalse();
    }

    private static boolean finds(String search, String text) {
        var kept = new HashSet<>(Words.of(List.of(text)));
        return Words.asked(search).stream().allMatch(stems -> stems.stream().anyMatch(kept::contains));
    }
}
