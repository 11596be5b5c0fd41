package dev.atelier.workspace.rule;

/** A kind of things that a workspace may keep for a limited time. */
public enum Kept {
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
