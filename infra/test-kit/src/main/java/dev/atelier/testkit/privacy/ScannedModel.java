package dev.atelier.testkit.privacy;

import java.util.List;

/**
 * A stored or sent model.
 *
 * @param name the collection, or the name of the sent record
 * @param to who receives it; empty for what is stored
 */
record ScannedModel(ScannedModelKind kind, String name, String to, Class<?> type) {
    enum ScannedModelKind {
        STORED,
        SENT
    }

    List<ModelField> fields() {
        return ModelFieldScanner.of(type);
    }
}
