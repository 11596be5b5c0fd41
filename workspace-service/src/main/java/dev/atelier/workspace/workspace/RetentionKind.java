package dev.atelier.workspace.workspace;

/** A kind of data that a workspace can keep for a limited time. */
public enum RetentionKind {
    ACTIONS,
    RUNS,
    REPORTS,
    LOGS,
    PHOTOS;

    /** Returns its name in the API. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
