package dev.atelier.testkit.privacy;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.testkit.GoldenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The records of processing of one service, generated from its declarations. Source: GDPR, article 30. */
public final class DataMap {
    private DataMap() {}

    /**
     * Compares with {@code data-map.json} in the service's folder; {@code -Dgolden.write=true} writes it.
     *
     * @param service {@code workspace-service}
     * @param basePackage {@code dev.atelier.workspace}; what the kit stores for the service is included
     */
    public static void check(String service, String basePackage) {
        GoldenFile.check(Path.of("data-map.json"), json(service, basePackage, "dev.atelier.kit"));
    }

    /** The map as JSON. */
    public static String json(String service, String... packages) {
        var entries = new ArrayList<Map<String, Object>>();
        for (var model : ModelScanner.in(packages)) {
            var fields = model.fields().stream()
                    .filter(field -> field.personal() != null)
                    .map(DataMap::entry)
                    .toList();
            if (!fields.isEmpty()) {
                entries.add(entry(model, fields));
            }
        }
        return JsonMapper.shared().writeValueAsString(Map.of("service", service, "personalData", entries));
    }

    private static Map<String, Object> entry(ScannedModel model, List<Map<String, String>> fields) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put(model.kind() == ScannedModel.ScannedModelKind.STORED ? "stored" : "sent", model.name());
        if (model.kind() == ScannedModel.ScannedModelKind.SENT) {
            entry.put("to", model.to());
        }
        entry.put("fields", fields);
        return entry;
    }

    private static Map<String, String> entry(ModelField field) {
        PersonalData declared = Objects.requireNonNull(field.personal());
        return Map.of(
                "field", field.path(),
                "category", declared.category().name(),
                "purpose", declared.purpose(),
                "basis", declared.basis().name(),
                "retention", declared.retention());
    }
}
