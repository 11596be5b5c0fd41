package dev.atelier.workspace.action.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.workspace.action.search.SearchQuery.SearchTerm;
import dev.atelier.workspace.action.search.SearchQuery.SearchWord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
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
    @CsvSource({
        "Hauptstraße 5, strasse hauptstrasse",
        "Straße, strasse",
        "Strasse, straße",
        "Smørrebrød, smorrebrod",
        "Wyjazd do Łodzi: Łódź, lodz",
        "Đặng Thị, dang",
        "Þórr, thorr",
        "İstanbul, istanbul"
    })
    void whoeverHasAnotherKeyboardFindsItToo(String text, String search) {
        assertThat(finds(search.contains(" ") ? search.substring(search.indexOf(' ') + 1) : search, text))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "The bank of the river, ban, true",
        "The bank of the river, the ban, true",
        "The bank of the river, ban riv, false",
        "The bank of the river, b, false",
        "The bank of the river, 'ban ', false",
        "The bank of the river, '\"ban\"', false",
        "The bank of the river, -ban, true",
        "Hauptstraße, hauptstras, true",
        "2026, 20, false",
        "2026, 202, true"
    })
    void theLastWordMayBeTheBeginningOfALongerOne(String text, String search, boolean found) {
        assertThat(finds(search, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "明日の会議の資料を準備する, 会議",
        "明日の会議の資料を準備する, 資料",
        "明日の会議の資料を準備する, 議",
        "明日の会議の資料を準備する, る",
        "请准备明天的会议材料, 会议材料",
        "ประชุมพรุ่งนี้เช้า, พรุ่งนี้",
        "은행에서 회의, 은행",
        "カタカナのテスト, テスト",
        "Ｆｕｌｌ　ｗｉｄｔｈ, full width",
        "Neues iPhone手机 kaufen, iphone",
        "Neues iPhone手机 kaufen, 手机"
    })
    void scriptsWithoutBlanksAreFound(String text, String search) {
        assertThat(finds(search, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"明日の会議, 会社", "明日の会議, 議会", "请准备明天的会议材料, 会议室"})
    void otherWordsOfScriptsWithoutBlanksAreNot(String text, String search) {
        assertThat(finds(search, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Write an e-mail, email, true",
        "Write an e-mail, e-mail, true",
        "Write an email, e-mail, true",
        "Write a mail, e-mail, false",
        "A well-known baker, well known, true",
        "A well known baker, well-known, true",
        "follow‑up, followup, true",
        "file_name.txt, file, true",
        "Call O'Brien, obrien, true"
    })
    void whatIsJoinedByAHyphenIsOneWordAndSeveral(String text, String search, boolean found) {
        assertThat(finds(search, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "Clean the oven, '\"clean\" oven', true",
        "Clean the oven, '\"cleaning\"', false",
        "Clean the oven, '\"clean the oven\"', true",
        "Clean the oven, clean -oven, false",
        "Clean the oven, clean -\"oven\", false",
        "Clean the oven, clean -mill, true",
        "Clean the oven, -mill, true",
        "Clean the oven, 'clean - oven', true",
        "Clean the oven, '\"clean the', true",
    })
    void quotesAskForWordsAsWrittenAndMinusForTextsWithout(String text, String search, boolean found) {
        assertThat(finds(search, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"The invoices were delivered, bill", "Livrer les commandes, livre d'or", "Bread and butter, bread milk"
    })
    void otherWordsDoNot(String text, String search) {
        assertThat(finds(search, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "'", "\"", "\"\"", "-", " \u3000 ", "-\""})
    void aSearchWithoutAWordAsksForNothing(String search) {
        assertThat(SearchQuery.of(search).words()).isEmpty();
    }

    @Test
    void theFirstSixteenWordsOfTwoHundredCharactersCount() {
        var title =
                "Order flour salt and yeast for the bakery and then clean the oven before the inspection of the town";
        assertThat(finds(title, title)).isTrue();
        var many = IntStream.range(0, 20).mapToObj(n -> "w" + n).toList();
        assertThat(SearchQuery.of(String.join(" ", many)).words()).hasSize(16);
        assertThat(finds(String.join(" ", many), String.join(" ", many.subList(0, 16))))
                .isTrue();
        assertThat(finds(String.join(" ", many), String.join(" ", many.subList(0, 15))))
                .isFalse();
        assertThat(SearchQuery.of("x".repeat(200)).words()).hasSize(1);
        assertThatThrownBy(() -> SearchQuery.of("x".repeat(201))).hasMessageContaining("200 characters");
    }

    @Test
    void theFirstThousandDifferentWordsAreKept() {
        var words = IntStream.range(0, 1_001).mapToObj(n -> "word" + n).toList();

        assertThat(finds("\"word999\"", String.join(" ", words))).isTrue();
        assertThat(finds("\"word1000\"", String.join(" ", words))).isFalse();
    }

    @Test
    void ofCommentsTheLastTwoThousandEntriesAreKept() {
        List<String> kept = List.of();
        for (int n = 0; n < 1_500; n++) {
            kept = SearchTerms.withComment(kept, "number" + n + " again");
        }

        assertThat(kept)
                .hasSizeLessThanOrEqualTo(2_000)
                .contains("=number1499", "=again")
                .doesNotContain("=number0");
    }

    private static boolean finds(String search, String text) {
        var kept = new HashSet<>(SearchTerms.extract(List.of(text)));
        return SearchQuery.of(search).words().stream().allMatch(word -> word.excluded() != has(word, kept));
    }

    private static boolean has(SearchWord word, Set<String> kept) {
        return word.anyOf().stream()
                .anyMatch(way -> way.entries().stream().allMatch(searchTerm -> has(searchTerm, kept)));
    }

    private static boolean has(SearchTerm searchTerm, Set<String> kept) {
        var prefix = searchTerm.prefix();
        return searchTerm.equal().stream().anyMatch(kept::contains)
                || (prefix != null && kept.stream().anyMatch(one -> one.startsWith(prefix)));
    }
}
