package dev.atelier.workspace.attachment.store;

/** What is kept of one file. */
public enum ContentVariant {
    WHOLE,
    THUMBNAIL
}
