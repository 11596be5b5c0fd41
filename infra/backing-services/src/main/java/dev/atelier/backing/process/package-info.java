/** Child processes that never outlive this JVM, programs on the PATH, and files fetched once into a cache. */
@NullMarked
package dev.atelier.backing.process;

import org.jspecify.annotations.NullMarked;
