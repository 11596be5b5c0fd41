package dev.atelier.bench.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of each round of a benchmark, and their medians. */
public final class BenchmarkRounds {
    private final List<Map<String, Double>> rounds = new ArrayList<>();

    public void add(Map<String, Double> figures) {
        rounds.add(new LinkedHashMap<>(figures));
    }

    public int count() {
        return rounds.size();
    }

    /** Returns the median of each figure, and under {@code rounds} the figures of each round. */
    public Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        var each = new LinkedHashMap<String, List<Double>>();
        rounds.forEach(round -> round.forEach((name, value) ->
                each.computeIfAbsent(name, _ -> new ArrayList<>()).add(rounded(value))));
        each.forEach((name, values) -> figures.put(name, rounded(median(values))));
        figures.put("rounds", each);
        return figures;
    }

    /** Returns the middle value; for an even number of values the mean of the two in the middle. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no median of no values");
        }
        var ordered = values.stream().sorted().toList();
        int middle = ordered.size() / 2;
        return ordered.size() % 2 == 1 ? ordered.get(middle) : (ordered.get(middle - 1) + ordered.get(middle)) / 2;
    }

    /** Rounds to two decimals below 100, and to one from 100 on; more is noise. */
    static double rounded(double value) {
        double factor = Math.abs(value) < 100 ? 100 : 10;
        return Math.round(value * factor) / factor;
    }
}
