package dev.atelier.workspace.attachment.store;

import com.mongodb.client.gridfs.GridFSBucket;
import java.io.InputStream;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** One content in GridFS; reading a range does not read the bytes before it. */
final class GridFsContentResource extends AbstractResource {
    private final GridFSBucket bucket;
    private final BsonValue id;
    private final long length;

    GridFsContentResource(GridFSBucket bucket, BsonValue id, long length) {
        this.bucket = bucket;
        this.id = id;
        this.length = length;
    }

    @Override
    public InputStream getInputStream() {
        return bucket.openDownloadStream(id);
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "a file's content";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridFsContentResource resource && resource.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
