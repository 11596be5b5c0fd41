package dev.atelier.workspace.attachment.content;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Keeps what files hold, in GridFS, outside of any transaction: 255 KB at a time. */
@Component
public class Contents {
    private static final String BUCKET = "content";

    private final MongoDatabase database;
    private final GridFSBucket bucket;

    Contents(MongoDatabaseFactory factory) {
        this.database = factory.getMongoDatabase();
        this.bucket = GridFSBuckets.create(database, BUCKET);
    }

    /** Keeps a file, and its thumbnail where it has one. */
    public void keep(WorkspaceId workspace, FileId file, Received received) throws IOException {
        write(workspace, file, Variant.WHOLE, received.file());
        var thumbnail = received.thumbnail();
        if (thumbnail != null) {
            write(workspace, file, Variant.THUMBNAIL, thumbnail);
        }
    }

    private void write(WorkspaceId workspace, FileId file, Variant variant, Path from) throws IOException {
        var metadata = new Document("workspaceId", workspace.value()).append("fileId", file.value());
        try (var in = Files.newInputStream(from)) {
            bucket.uploadFromStream(
                    id(file, variant), file.toString(), in, new GridFSUploadOptions().metadata(metadata));
        }
    }

    /**
     * What is kept, to be read from any place in it.
     *
     * @throws NotFound where there is none, or it is another workspace's
     */
    public Resource open(WorkspaceId workspace, FileId file, Variant variant) {
        var id = id(file, variant);
        var found = bucket.find(own(workspace, id)).first();
        if (found == null) {
            throw new NotFound();
        }
        return new GridFsResource(bucket, id, found.getLength());
    }

    /** Removes all that is kept of a file, also the pieces that an upload left that died; nothing where there is nothing. */
    public void remove(WorkspaceId workspace, FileId file) {
        for (var variant : Variant.values()) {
            var id = id(file, variant);
            database.getCollection(BUCKET + ".files").deleteOne(own(workspace, id));
            database.getCollection(BUCKET + ".chunks").deleteMany(eq("files_id", id));
        }
    }

    private static Bson own(WorkspaceId workspace, BsonValue id) {
        return and(eq("_id", id), eq("metadata.workspaceId", workspace.value()));
    }

    private static BsonValue id(FileId file, Variant variant) {
        return new BsonString(file + "/" + variant.name());
    }
}
