/** Child processes that end with this JVM, programs on the PATH, and a cache of downloads. */
@NullMarked
package dev.atelier.backing.process;

import org.jspecify.annotations.NullMarked;
