package dev.atelier.agentrun.model.builtin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tool calls for a prompt, in order.
 *
 * @param unclear a sentence of the input with no known intent; empty when there is none
 */
record ToolCallPlan(List<PlannedToolCall> steps, String unclear) {
    /** Creates the plan. For each intent the sentences of the input replace those of the instructions. */
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

    /** Returns the sentence of the search when a single search is the whole request; only then are filters used. */
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

    /** Returns the first step whose tool is not offered. */
    Optional<PlannedToolCall> without(Set<String> tools) {
        return steps.stream()
                .filter(plannedToolCall ->
                        !tools.contains(plannedToolCall.intent().tool()))
                .findFirst();
    }

    /**
     * One planned tool call.
     *
     * @param sentence the sentence that requests it; empty for a search without filters
     * @param index index among the sentence's calls, from 0
     */
    record PlannedToolCall(RequestIntent intent, String sentence, int index) {}
}
