package dev.atelier.workspace.attachment.store;

/** What is stored of one file. */
public enum ContentVariant {
    WHOLE,
    THUMBNAIL
}
