package dev.atelier.agentrun.model.builtin.board;

import dev.atelier.agentrun.model.builtin.board.ActionBoard.ActionCard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Picks sentences from what people wrote. */
public final class SentenceExtractor {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern REASON = Pattern.compile(
            "\\b(wait|waits|waiting|until|blocked|depends?|needs?|missing|without|because|not yet|still|no answer)\\b",
            Pattern.CASE_INSENSITIVE);

    private SentenceExtractor() {}

    /** The sentence that says why something does not go on; else the first one. */
    static Optional<String> reason(ActionCard card) {
        var sentences = sentences(card);
        return sentences.stream()
                .filter(sentence -> REASON.matcher(sentence).find())
                .findFirst()
                .or(() -> sentences.stream().findFirst());
    }

    /** The first sentence, empty where nothing was written. */
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
