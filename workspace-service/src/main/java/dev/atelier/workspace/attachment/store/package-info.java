/** Where files lie: GridFS, or S3 where the installation wants it. */
@NullMarked
package dev.atelier.workspace.attachment.store;

import org.jspecify.annotations.NullMarked;
