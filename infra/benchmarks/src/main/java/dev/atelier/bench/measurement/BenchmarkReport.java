package dev.atelier.bench.measurement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark found.
 *
 * @param figures by name; units stand in the names
 * @param sizes how much was done
 * @param settings how it was done, the warm-up among it
 * @param machine what it ran on
 */
public record BenchmarkReport(
        String name,
        Map<String, Object> figures,
        Map<String, Object> sizes,
        Map<String, Object> settings,
        Map<String, Object> machine) {

    /** One JSON object on one line, its properties in the order of this record. */
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
