package dev.atelier.agentrun.model.builtin;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a text into separate requests. */
final class SentenceSplitter {
    private static final String VERBS =
            "propose|suggest|create|add|open|plan|summari[sz]e|list|show|find|report|give|tell"
                    + "|mark|set|change|close|move|rename|postpone";

    /** Splits at ends of sentences, line breaks, colons, "then", and at a comma or "and" before a verb. */
    private static final Pattern CUT = Pattern.compile(
            "(?<=[.!?;])\\s+|\\n+|:\\s+|,?\\s+(?:and\\s+)?then\\s+|,?\\s+and\\s+(?=(?:" + VERBS + ")\\b)|,\\s+(?=(?:"
                    + VERBS + ")\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private SentenceSplitter() {}

    static List<String> of(String text) {
        return Arrays.stream(CUT.split(text))
                .map(String::strip)
                .filter(sentence -> WORD.matcher(sentence).find())
                .toList();
    }
}
