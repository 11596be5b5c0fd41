package dev.atelier.report.file;

import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import java.io.InputStream;
import java.util.Collection;

/** Keeps documents: in GridFS now, in anything that keeps bytes under a key. */
public interface ReportFileStore {
    /** Keeps a document under a key of its own. */
    StoredReportFile store(WorkspaceId workspace, ReportId report, byte[] content);

    /**
     * Opens a document.
     *
     * @throws IllegalStateException where there is none
     */
    InputStream open(String key);

    /** Removes what earlier attempts at this report left behind. */
    void keepOnly(WorkspaceId workspace, ReportId report, String key);

    /** Removes all documents of these reports. */
    void remove(WorkspaceId workspace, Collection<ReportId> reports);
}
