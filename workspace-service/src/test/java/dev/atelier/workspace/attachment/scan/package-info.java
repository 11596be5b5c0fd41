/** Tests of the virus scan. */
@NullMarked
package dev.atelier.workspace.attachment.scan;

import org.jspecify.annotations.NullMarked;
