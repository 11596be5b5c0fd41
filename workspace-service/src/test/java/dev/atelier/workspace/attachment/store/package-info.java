/** Tests of where files lie. */
@NullMarked
package dev.atelier.workspace.attachment.store;

import org.jspecify.annotations.NullMarked;
