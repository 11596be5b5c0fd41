package dev.atelier.workspace.attachment.content;

/** What is kept of one file. */
public enum Variant {
    WHOLE,
    THUMBNAIL
}
