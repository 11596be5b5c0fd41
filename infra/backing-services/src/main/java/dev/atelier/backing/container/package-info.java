/** Parts in containers, by Testcontainers, on a fixed port of 127.0.0.1. */
@NullMarked
package dev.atelier.backing.container;

import org.jspecify.annotations.NullMarked;
