/** Files that a service needs only while it works on something. */
@NullMarked
package dev.atelier.kit.file;

import org.jspecify.annotations.NullMarked;
