package dev.atelier.report.file;

import dev.atelier.events.privacy.NotPersonal;

/**
 * A stored file.
 *
 * @param key its key in {@link ReportFileStore}
 * @param bytes its length
 * @param sha256 hash of its content, 64 hexadecimal characters
 */
public record StoredReportFile(
        @NotPersonal("a key") String key,
        long bytes,
        @NotPersonal("a hash") String sha256) {}
