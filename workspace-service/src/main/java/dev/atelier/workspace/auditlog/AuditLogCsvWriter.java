package dev.atelier.workspace.auditlog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Writes audit log entries as CSV: RFC 4180 with a header, in UTF-8 with a byte order mark for spreadsheets. A text
 * that a spreadsheet would evaluate as a formula gets an apostrophe in front. Source: OWASP, CSV injection.
 */
final class AuditLogCsvWriter {
    static final String TYPE = "text/csv;charset=UTF-8";

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("occurredAt")
            .addColumn("type")
            .addColumn("actor")
            .addColumn("actorId")
            .addColumn("subject")
            .addColumn("details")
            .addColumn("id")
            .build()
            .withHeader()
            .withLineSeparator("\r\n");

    private AuditLogCsvWriter() {}

    static void write(Iterator<AuditLogEntryResponse> rows, OutputStream out) throws IOException {
        out.write(MARK);
        try (var lines = CSV.writer(COLUMNS).writeValues(out)) {
            while (rows.hasNext()) {
                lines.write(toRow(rows.next()));
            }
        }
    }

    private static Map<String, String> toRow(AuditLogEntryResponse row) {
        var by = row.actor();
        return Map.of(
                "occurredAt", row.occurredAt().toString(),
                "type", row.type(),
                "actor", by == null ? "" : escapeFormula(by.displayName()),
                "actorId", by == null ? "" : by.userId().toString(),
                "subject", row.subject(),
                "details", escapeFormula(details(row.details())),
                "id", row.id().toString());
    }

    private static String details(Map<String, Object> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static String escapeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
