package dev.atelier.workspace.workspace;

/** A kind of things that a workspace may keep for a limited time. */
public enum RetentionKind {
    ACTIONS,
    RUNS,
    REPORTS,
    LOGS,
    PHOTOS;

    /** Its name in the API. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
