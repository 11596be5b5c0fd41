/** Stores of file content: GridFS, and S3 if configured. */
@NullMarked
package dev.atelier.workspace.attachment.store;

import org.jspecify.annotations.NullMarked;
