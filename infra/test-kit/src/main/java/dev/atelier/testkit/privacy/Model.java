package dev.atelier.testkit.privacy;

import java.util.List;

/**
 * Something that is stored or sent.
 *
 * @param name the collection, or the name of the record that is sent
 * @param to who receives it; empty for what is stored
 */
record Model(Kind kind, String name, String to, Class<?> type) {
    enum Kind {
        STORED,
        SENT
    }

    List<Field> fields() {
        return Fields.of(type);
    }
}
