package dev.atelier.workspace.attachment.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Stores content in the database, in chunks of 255 KB. */
final class GridFsContentStore implements ContentStore {
    private static final String BUCKET = "content";

    private final MongoDatabase database;
    private final GridFSBucket bucket;

    GridFsContentStore(MongoDatabaseFactory factory) {
        this.database = factory.getMongoDatabase();
        this.bucket = GridFSBuckets.create(database, BUCKET);
    }

    @Override
    public void write(ContentKey contentKey, Path from) throws IOException {
        var metadata = new Document("workspaceId", contentKey.workspaceId().value())
                .append("fileId", contentKey.file().value());
        try (var in = Files.newInputStream(from)) {
            bucket.uploadFromStream(
                    id(contentKey), contentKey.file().toString(), in, new GridFSUploadOptions().metadata(metadata));
        }
    }

    @Override
    public Optional<Resource> open(ContentKey contentKey) {
        return Optional.ofNullable(bucket.find(own(contentKey)).first())
                .map(found -> new GridFsContentResource(bucket, id(contentKey), found.getLength()));
    }

    @Override
    public void remove(ContentKey contentKey) {
        database.getCollection(BUCKET + ".files").deleteOne(own(contentKey));
        database.getCollection(BUCKET + ".chunks").deleteMany(eq("files_id", id(contentKey)));
    }

    private static Bson own(ContentKey contentKey) {
        return and(
                eq("_id", id(contentKey)),
                eq("metadata.workspaceId", contentKey.workspaceId().value()));
    }

    private static BsonValue id(ContentKey contentKey) {
        return new BsonString(contentKey.file() + "/" + contentKey.variant().name());
    }
}
