/** The content of files: received on disk, type detected, stored, and removed if no file was created from it. */
@NullMarked
package dev.atelier.workspace.attachment.content;

import org.jspecify.annotations.NullMarked;
