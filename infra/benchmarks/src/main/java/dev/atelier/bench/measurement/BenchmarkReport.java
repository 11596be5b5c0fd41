package dev.atelier.bench.measurement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a benchmark.
 *
 * @param figures results by name; names contain the units
 * @param sizes amounts of work
 * @param settings conditions, including the warm-up
 * @param machine description of the machine
 */
public record BenchmarkReport(
        String name,
        Map<String, Object> figures,
        Map<String, Object> sizes,
        Map<String, Object> settings,
        Map<String, Object> machine) {

    /** Returns one JSON object on one line, with properties in the order of this record. */
    public String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", name);
        all.put("figures", figures);
        all.put("sizes", new TreeMap<>(sizes));
        all.put("settings", new TreeMap<>(settings));
        all.put("machine", machine);
        return JsonMapper.shared().writeValueAsString(all);
    }
}
