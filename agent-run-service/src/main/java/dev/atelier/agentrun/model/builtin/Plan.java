package dev.atelier.agentrun.model.builtin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tools to call, in order, for what was asked.
 *
 * @param unclear a sentence of the input that is like nothing the model knows; empty where there is none
 */
record Plan(List<Step> steps, String unclear) {
    /** What the input asks for counts before what the instructions ask for of the same kind. */
    static Plan of(Talk talk, Understanding understanding) {
        var asked = new EnumMap<Intent, List<String>>(Intent.class);
        var unclear = understand(talk.input(), understanding, asked);
        var told = new EnumMap<Intent, List<String>>(Intent.class);
        understand(talk.instructions(), understanding, told);
        told.forEach(asked::putIfAbsent);
        var steps = new ArrayList<Step>();
        var needsData = asked.containsKey(Intent.SEARCH)
                || asked.containsKey(Intent.CHANGE)
                || asked.getOrDefault(Intent.CREATE, List.of()).stream()
                        .anyMatch(sentence -> Patterns.quoted(sentence).isEmpty());
        if (needsData) {
            steps.add(new Step(Intent.SEARCH, filter(asked), 0));
        }
        asked.getOrDefault(Intent.CREATE, List.of()).forEach(sentence -> {
            int count = Patterns.quoted(sentence).isPresent() ? 1 : Patterns.count(sentence);
            for (int i = 0; i < count; i++) {
                steps.add(new Step(Intent.CREATE, sentence, i));
            }
        });
        asked.getOrDefault(Intent.CHANGE, List.of())
                .forEach(sentence -> steps.add(new Step(Intent.CHANGE, sentence, 0)));
        return new Plan(List.copyOf(steps), unclear.orElse(""));
    }

    /** A filter only where one search is all that is asked for. */
    private static String filter(Map<Intent, List<String>> asked) {
        var searches = asked.getOrDefault(Intent.SEARCH, List.of());
        var alone = !asked.containsKey(Intent.CREATE) && !asked.containsKey(Intent.CHANGE);
        return searches.size() == 1 && alone ? searches.getFirst() : "";
    }

    private static Optional<String> understand(
            String text, Understanding understanding, Map<Intent, List<String>> into) {
        Optional<String> unclear = Optional.empty();
        for (var sentence : Sentences.of(text)) {
            var intent = understanding.of(sentence);
            if (intent.isEmpty() || intent.get() == Intent.OTHER) {
                unclear = unclear.isPresent() ? unclear : Optional.of(sentence);
            } else if (intent.get() != Intent.NOTHING) {
                into.computeIfAbsent(intent.get(), key -> new ArrayList<>()).add(sentence);
            }
        }
        return unclear;
    }

    /** Whether every step has its tool. */
    Optional<Step> without(Set<String> tools) {
        return steps.stream()
                .filter(step -> !tools.contains(step.intent().tool()))
                .findFirst();
    }

    /**
     * One call to make.
     *
     * @param sentence what asks for it; empty for a search without filters
     * @param index which one of the sentence's calls it is, from 0
     */
    record Step(Intent intent, String sentence, int index) {}
}
