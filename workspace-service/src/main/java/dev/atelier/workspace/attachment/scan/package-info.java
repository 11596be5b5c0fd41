/** Asks a virus scanner about files before anything is kept of them. */
@NullMarked
package dev.atelier.workspace.attachment.scan;

import org.jspecify.annotations.NullMarked;
