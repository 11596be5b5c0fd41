package dev.atelier.report.file;

import dev.atelier.events.privacy.NotPersonal;

/**
 * A document that is kept.
 *
 * @param key where {@link ReportFileStore} keeps it
 * @param bytes its length
 * @param sha256 of its content, in 64 hexadecimal characters
 */
public record StoredReportFile(
        @NotPersonal("a key") String key,
        long bytes,
        @NotPersonal("a hash") String sha256) {}
