package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a report. */
public record ReportId(UUID value) implements TypedId {
    public static ReportId next() {
        return new ReportId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
