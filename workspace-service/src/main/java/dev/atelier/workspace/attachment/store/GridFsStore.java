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

/** In the database beside everything else, 255 KB at a time. */
final class GridFsStore implements FileStore {
    private static final String BUCKET = "content";

    private final MongoDatabase database;
    private final GridFSBucket bucket;

    GridFsStore(MongoDatabaseFactory factory) {
        this.database = factory.getMongoDatabase();
        this.bucket = GridFSBuckets.create(database, BUCKET);
    }

    @Override
    public void write(Place place, Path from) throws IOException {
        var metadata = new Document("workspaceId", place.workspaceId().value())
                .append("fileId", place.file().value());
        try (var in = Files.newInputStream(from)) {
            bucket.uploadFromStream(
                    id(place), place.file().toString(), in, new GridFSUploadOptions().metadata(metadata));
        }
    }

    @Override
    public Optional<Resource> open(Place place) {
        return Optional.ofNullable(bucket.find(own(place)).first())
                .map(found -> new GridFsResource(bucket, id(place), found.getLength()));
    }

    @Override
    public void remove(Place place) {
        database.getCollection(BUCKET + ".files").deleteOne(own(place));
        database.getCollection(BUCKET + ".chunks").deleteMany(eq("files_id", id(place)));
    }

    private static Bson own(Place place) {
        return and(
                eq("_id", id(place)),
                eq("metadata.workspaceId", place.workspaceId().value()));
    }

    private static BsonValue id(Place place) {
        return new BsonString(place.file() + "/" + place.variant().name());
    }
}
