package dev.atelier.report.file;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.crypto.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;
import org.springframework.stereotype.Component;

/** Stores files in MongoDB's GridFS, with the default chunk size of 255 KB. */
@Component
class GridFsReportFileStore implements ReportFileStore {
    private final GridFsTemplate files;

    GridFsReportFileStore(GridFsTemplate files) {
        this.files = files;
    }

    @Override
    public StoredReportFile store(WorkspaceId workspace, ReportId report, byte[] content) {
        var metadata = new Document("workspaceId", workspace.value()).append("reportId", report.value());
        var id = files.store(new ByteArrayInputStream(content), report + ".pdf", "application/pdf", metadata);
        return new StoredReportFile(id.toHexString(), content.length, Sha256.hex(content));
    }

    @Override
    public InputStream open(String key) {
        var file = files.findOne(Query.query(where("_id").is(new ObjectId(key))));
        if (file == null) {
            throw new IllegalStateException("the file " + key + " is gone");
        }
        try {
            return files.getResource(file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deleteOthers(WorkspaceId workspace, ReportId report, String key) {
        files.delete(Query.query(where("metadata.workspaceId")
                .is(workspace.value())
                .and("metadata.reportId")
                .is(report.value())
                .and("_id")
                .ne(new ObjectId(key))));
    }

    @Override
    public void remove(WorkspaceId workspace, Collection<ReportId> reports) {
        files.delete(Query.query(where("metadata.workspaceId")
                .is(workspace.value())
                .and("metadata.reportId")
                .in(reports.stream().map(ReportId::value).toList())));
    }
}
