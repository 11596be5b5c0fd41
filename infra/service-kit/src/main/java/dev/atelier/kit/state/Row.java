package dev.atelier.kit.state;

import dev.atelier.events.State;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** One state as a document: {@code _id} the key, {@code version}, {@code ended}, and the record in {@code state}. */
record Row<S extends State>(Class<S> type, MongoConverter converter) {
    Document of(S state) {
        var fields = new Document();
        converter.write(state, fields);
        fields.remove("_class");
        return new Document("version", state.version())
                .append("ended", state.ended())
                .append("state", fields);
    }

    S read(Document row) {
        return converter.read(type, row.get("state", Document.class));
    }
}
