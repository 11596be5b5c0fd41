package dev.atelier.workspace.attachment;

import dev.atelier.events.id.FileId;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Erasing;
import dev.atelier.workspace.attachment.content.Contents;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Removes the files of what was deleted: what they hold goes before what leads to it (W6). */
@Component
@Order(1)
class FileErasing implements Erasing {
    private static final int AT_ONCE = 50;

    private final MongoTemplate mongo;
    private final Contents contents;

    FileErasing(MongoTemplate mongo, Contents contents) {
        this.mongo = mongo;
        this.contents = contents;
    }

    @Override
    public int erase(Deleted what, int limit) {
        var ids = mongo.getCollection("files")
                .find(what.filter())
                .projection(new Document("_id", 1))
                .limit(Math.min(limit, AT_ONCE))
                .map(file -> file.get("_id", UUID.class))
                .into(new ArrayList<>());
        ids.forEach(id -> contents.remove(what.workspaceId(), new FileId(id)));
        if (!ids.isEmpty()) {
            mongo.getCollection("files").deleteMany(what.filter().append("_id", new Document("$in", ids)));
        }
        return ids.size();
    }

    @Override
    public Map<String, Long> counts(Deleted what) {
        long files = mongo.getCollection("files").countDocuments(what.filter());
        return files == 0 ? Map.of() : Map.of("files", files);
    }
}
