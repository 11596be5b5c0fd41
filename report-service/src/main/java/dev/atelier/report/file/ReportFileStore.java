package dev.atelier.report.file;

import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import java.io.InputStream;
import java.util.Collection;

/** Stores the files of reports. */
public interface ReportFileStore {
    /** Stores a file under a new key. */
    StoredReportFile store(WorkspaceId workspace, ReportId report, byte[] content);

    /**
     * Opens a file.
     *
     * @throws IllegalStateException when it does not exist
     */
    InputStream open(String key);

    /** Deletes the files of earlier attempts at this report. */
    void deleteOthers(WorkspaceId workspace, ReportId report, String key);

    /** Deletes all files of these reports. */
    void remove(WorkspaceId workspace, Collection<ReportId> reports);
}
