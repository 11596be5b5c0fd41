/** Tests of content stores. */
@NullMarked
package dev.atelier.workspace.attachment.store;

import org.jspecify.annotations.NullMarked;
