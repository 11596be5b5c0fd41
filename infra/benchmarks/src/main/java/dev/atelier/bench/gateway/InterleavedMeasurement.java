package dev.atelier.bench.gateway;

import dev.atelier.bench.measurement.Percentiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends one request at a time, all variants in turn, so that other activity of the machine affects them equally. */
final class InterleavedMeasurement {
    private InterleavedMeasurement() {}

    /** Returns the times of each variant, by its name. */
    static Map<String, Percentiles> ask(List<RequestVariant> courses, int times) throws IOException {
        var askers = new ArrayList<RequestVariant.VariantConnection>();
        try {
            for (var requestVariant : courses) {
                askers.add(requestVariant.open());
            }
            var nanos = new long[courses.size()][times];
            for (var i = 0; i < times; i++) {
                for (var course = 0; course < askers.size(); course++) {
                    nanos[course][i] = askers.get(course).ask();
                }
            }
            var found = new LinkedHashMap<String, Percentiles>();
            for (var course = 0; course < courses.size(); course++) {
                found.put(courses.get(course).name(), Percentiles.ofNanos(nanos[course]));
            }
            return found;
        } finally {
            for (var variantConnection : askers) {
                variantConnection.close();
            }
        }
    }
}
