/** Temporary files. */
@NullMarked
package dev.atelier.kit.file;

import org.jspecify.annotations.NullMarked;
