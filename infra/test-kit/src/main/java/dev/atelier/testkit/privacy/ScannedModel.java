package dev.atelier.testkit.privacy;

import java.util.List;

/**
 * Something that is stored or sent.
 *
 * @param name the collection, or the name of the record that is sent
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
