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
record ToolCallPlan(List<PlannedToolCall> steps, String unclear) {
    /** What the input asks for counts before what the instructions ask for of the same kind. */
    static ToolCallPlan of(ParsedPrompt parsedPrompt, IntentClassifier intentClassifier) {
        var asked = new EnumMap<RequestIntent, List<String>>(RequestIntent.class);
        var unclear = understand(parsedPrompt.input(), intentClassifier, asked);
        var told = new EnumMap<RequestIntent, List<String>>(RequestIntent.class);
        understand(parsedPrompt.instructions(), intentClassifier, told);
        told.forEach(asked::putIfAbsent);
        var steps = new ArrayList<PlannedToolCall>();
        var needsData = asked.containsKey(RequestIntent.SEARCH)
                || asked.containsKey(RequestIntent.CHANGE)
                || asked.getOrDefault(RequestIntent.CREATE, List.of()).stream()
                        .anyMatch(sentence -> ArgumentExtractor.quoted(sentence).isEmpty());
        if (needsData) {
            steps.add(new PlannedToolCall(RequestIntent.SEARCH, filter(asked), 0));
        }
        asked.getOrDefault(RequestIntent.CREATE, List.of()).forEach(sentence -> {
            int count = ArgumentExtractor.quoted(sentence).isPresent() ? 1 : ArgumentExtractor.count(sentence);
            for (int i = 0; i < count; i++) {
                steps.add(new PlannedToolCall(RequestIntent.CREATE, sentence, i));
            }
        });
        asked.getOrDefault(RequestIntent.CHANGE, List.of())
                .forEach(sentence -> steps.add(new PlannedToolCall(RequestIntent.CHANGE, sentence, 0)));
        return new ToolCallPlan(List.copyOf(steps), unclear.orElse(""));
    }

    /** A filter only where one search is all that is asked for. */
    private static String filter(Map<RequestIntent, List<String>> asked) {
        var searches = asked.getOrDefault(RequestIntent.SEARCH, List.of());
        var alone = !asked.containsKey(RequestIntent.CREATE) && !asked.containsKey(RequestIntent.CHANGE);
        return searches.size() == 1 && alone ? searches.getFirst() : "";
    }

    private static Optional<String> understand(
            String text, IntentClassifier intentClassifier, Map<RequestIntent, List<String>> into) {
        Optional<String> unclear = Optional.empty();
        for (var sentence : SentenceSplitter.of(text)) {
            var intent = intentClassifier.of(sentence);
            if (intent.isEmpty() || intent.get() == RequestIntent.OTHER) {
                unclear = unclear.isPresent() ? unclear : Optional.of(sentence);
            } else if (intent.get() != RequestIntent.NOTHING) {
                into.computeIfAbsent(intent.get(), key -> new ArrayList<>()).add(sentence);
            }
        }
        return unclear;
    }

    /** Whether every step has its tool. */
    Optional<PlannedToolCall> without(Set<String> tools) {
        return steps.stream()
                .filter(plannedToolCall ->
                        !tools.contains(plannedToolCall.intent().tool()))
                .findFirst();
    }

    /**
     * One call to make.
     *
     * @param sentence what asks for it; empty for a search without filters
     * @param index which one of the sentence's calls it is, from 0
     */
    record PlannedToolCall(RequestIntent intent, String sentence, int index) {}
}
