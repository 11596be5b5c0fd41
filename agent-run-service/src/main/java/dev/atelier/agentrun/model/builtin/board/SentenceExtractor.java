package dev.atelier.agentrun.model.builtin.board;

import dev.atelier.agentrun.model.builtin.board.ActionBoard.ActionCard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Selects sentences from descriptions. */
public final class SentenceExtractor {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern REASON = Pattern.compile(
            "\\b(wait|waits|waiting|until|blocked|depends?|needs?|missing|without|because|not yet|still|no answer)\\b",
            Pattern.CASE_INSENSITIVE);

    private SentenceExtractor() {}

    /** Returns the sentence with the reason of a delay; else the first sentence. */
    static Optional<String> reason(ActionCard card) {
        var sentences = sentences(card);
        return sentences.stream()
                .filter(sentence -> REASON.matcher(sentence).find())
                .findFirst()
                .or(() -> sentences.stream().findFirst());
    }

    /** Returns the first sentence; empty without a description. */
    static String first(ActionCard card) {
        return sentences(card).stream().findFirst().orElse("");
    }

    private static List<String> sentences(ActionCard card) {
        return Arrays.stream(END.split(card.description().strip()))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> sentence.matches("(?s).*[.!?…]") ? sentence : sentence + ".")
                .toList();
    }
}
