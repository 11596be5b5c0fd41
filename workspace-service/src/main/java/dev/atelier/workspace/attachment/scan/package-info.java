/** Scans files for viruses before anything is stored. */
@NullMarked
package dev.atelier.workspace.attachment.scan;

import org.jspecify.annotations.NullMarked;
